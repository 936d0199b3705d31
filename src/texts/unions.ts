// Unions by their acronym, with the names under which people write them down, as data.
// A name stands without "international", "union", "of", "and"; plural and singular are one; the longest name wins.
import { later } from '../values/later';
import { spellOut } from '../values/spellOut';

export interface KnownUnion {
  /** The acronym that stands for the union in comparisons. */
  readonly code: string;
  readonly names: readonly string[];
  /** Words that also mean something else ("here", "painters"): they count only right before a local's number. */
  readonly beforeNumber: readonly string[];
}

/**
 * Code: names, split at commas; behind ";" those that count only before a number. Brackets as in spellOut. A union that
 * kept its locals' numbers under a new name stands with that name.
 */
const LINES = `SEIU: SEIU,service employees
AFSCME: AFSCME,(american federation |)state county municipal employees
UFCW: UFCW,(united |)food commercial workers
IBEW: IBEW,(international brotherhood |brotherhood |)electrical workers
UAW: UAW,united automobile (aerospace agricultural implement |)workers,(united |)(auto workers|autoworkers)
IBT: IBT,(international brotherhood |brotherhood |)teamsters
AFT: AFT,american federation teachers
NEA: NEA,national education association
ANA: american nurses association; ana
CWA: CWA,communications workers
IUE-CWA: IUE CWA,IUE
UNITE HERE: unite here,unitehere,hotel employees restaurant employees; here,HEREIU
UNITE: union needletrades industrial textile employees; unite
IAM: IAM,IAMAW,(international association |association |)machinists( aerospace workers|)
TCU: TCU,transportation communications union
IUOE: IUOE,(international union |)operating engineers
USW: USW,USWA,(united |)(steelworkers|steel workers); usa
PACE: paper allied industrial chemical energy workers; pace
APWU: APWU,(american |)postal workers
NALC: NALC,(national association |)letter carriers
NRLCA: NRLCA,(national |)rural letter carriers
NPMHU: NPMHU,(national postal |)mail handlers
ATU: ATU,amalgamated transit
TWU: TWU,transport workers
SMART-TD: smart td,smart transportation division,united transportation union; UTU
BLET: BLET,(brotherhood |)locomotive engineers( trainmen|)
BMWED: BMWED,BMWE,brotherhood maintenance way employees
LIUNA: LIUNA,laborers (international|union); laborers
UA: united association (plumbers pipefitters|journeymen apprentices),plumbers (pipefitters|steamfitters),UAPP; ua,plumbers,pipefitters,steamfitters,ppf,(sprinkler fitters|sprinklerfitters)
IATSE: IATSE,(international alliance |)theatrical stage employees; stagehands
OPEIU: OPEIU,office professional employees
AFGE: AFGE,american federation government employees
NAGE: NAGE,national association government employees
NFFE: NFFE,national federation federal employees
NTEU: NTEU,national treasury employees
NATCA: NATCA,(national |)air traffic controllers( association|)
IFPTE: IFPTE,professional technical engineers
NNU: NNU,national nurses united
NNOC: NNOC,national nurses organizing committee
CNA: CNA,california nurses association
NYSNA: NYSNA,new york state nurses association
UNAC: UNAC UHCP,UNAC,united nurses associations california
NUHW: NUHW,national union healthcare workers
NUHHCE: NUHHCE,national union hospital healthcare employees
CIR: committee interns residents
IUPAT: IUPAT,IBPAT,(international union |international brotherhood |)painters allied trades; painters,pat,glaziers
SMART: sheet metal (air rail transportation|workers),SMWIA; smart,smw
ILWU: ILWU,(international |)longshore warehouse,longshoremens warehousemens
IBU: inlandboatmens union; IBU
ILA: (international |)longshoremens association; ila
BCTGM: BCTGM,bakery confectionery tobacco workers( grain millers|); bakery workers,bakers
RWDSU: RWDSU,retail wholesale department store
UE: united electrical( radio machine workers| workers|); ue
UBC: united brotherhood carpenters( joiners|),carpenters joiners; carpenters,ubc,cja,millwrights
IAFF: IAFF,international association (fire fighters|firefighters); firefighters,fire fighters
BAC: bricklayers allied (craftworkers|craftsmen); bac,bricklayers
IW: bridge structural ornamental (reinforcing |)iron workers,BSOIW; ironworkers,iron workers
IUEC: IUEC,elevator constructors
HFIA: HFIA,HFIAW,heat frost insulators( allied workers| asbestos workers|),heat frost insulators asbestos workers; insulators,asbestos workers
OPCMIA: OPCMIA,plasterers cement masons; cement masons,opcm,plasterers
IBB: brotherhood boilermakers( iron ship builders|); boilermakers,bbf
UURWAW: roofers waterproofers allied workers; roofers,RWAW
GMP: glass molders pottery( plastics allied workers|); GMP
GCC: GCIU,graphic communications( international| conference|),gcc ibt; GCC
UMWA: UMWA,united mine workers
UFW: united farm workers,UFW
UWUA: UWUA,utility workers union; uwu,utility workers
SAG-AFTRA: sag aftra,screen actors guild american federation television radio artists
AFTRA: AFTRA,american federation television radio artists
AEA: actors equity( association|)
WGAE: WGAE,writers guild america east
WGAW: WGAW,writers guild america west
WGA: writers guild america
AAUP: AAUP,american association university professors
AFM: american federation musicians; afm,(associated |assoc |)(musicians|mus)
TNG: newspaper guild,newsguild; tng
NABET: NABET,broadcast employees technicians
AFA: association flight attendants( cwa|),afa cwa; afa
ALPA: ALPA,(air line|airline) pilots association
APFA: APFA,association professional flight attendants
MEBA: MEBA,marine engineers beneficial association
SIU: seafarers international union,SIUNA
FOP: fraternal order police; FOP
PBA: (police|policemens) benevolent association; PBA
NCFO: NCFO,(firemen oilers|national conference firemen oilers)
ICWUC: ICWUC,chemical workers
SPFPA: SPFPA,security police fire professionals
OAPSE: OAPSE,ohio association public school employees
FLOC: FLOC,farm labor organizing committee
CUPE: CUPE,canadian union public employees
IWW: IWW,industrial workers world`;

/** Bodies with a name of their own: the union and the number that the name stands for where no other number is said. */
const OWN_NAMES = `AFSCME council 28: WFSE,washington federation state employees
AFSCME 152: HGEA,hawaii government employees association
AFT 5118: HPAE,health professionals allied employees
AFT 5017: OFNHP,oregon federation nurses health professionals
AFT 2: UFT,united federation teachers
AFT 1: chicago teachers union
AFT 2334: psc cuny,professional staff congress
AFT 1021: UTLA,united teachers los angeles
SEIU 32bj: 32bj
SEIU 1199 east: 1199seiu
SEIU 1948: public school employees washington
CWA 9119: upte
IFPTE 2001: SPEEA
IFPTE 17: protec17`;

export const unions = later((): readonly KnownUnion[] =>
  LINES.split('\n').map((line) => {
    const [code = '', names = '', beforeNumber = ''] = line.split(/: |; ?/);
    return { code, names: spellOut(names), beforeNumber: spellOut(beforeNumber) };
  }),
);

export interface OwnName {
  /** Code of the union, the number ("5118", "council 28"), and words that go with it. */
  readonly code: string;
  readonly number: string;
  readonly words: readonly string[];
  readonly names: readonly string[];
}

export const ownNames = later((): readonly OwnName[] =>
  OWN_NAMES.split('\n').map((line) => {
    const [body = '', names = ''] = line.split(': ');
    const [, code = '', number = '', rest = ''] = /^(\S+) ((?:council )?\S+) ?(.*)$/.exec(body) ?? [];
    return { code, number, words: rest === '' ? [] : rest.split(' '), names: names.split(',') };
  }),
);

/** Numbers that many separate bodies of one union carry: there the words beside the number decide. */
export const SHARED_LOCAL_NUMBERS: readonly string[] = ['1199'];

/** Unions that number their locals anew in each state. */
export const NUMBERED_BY_PLACE: readonly string[] = ['BAC', 'FOP', 'PBA'];

/** Unions of which a second, short number without a label is the council or district: "AFSCME - 3277 18". */
export const COUNCIL_BEHIND_LOCAL: readonly string[] = ['AFSCME', 'CWA', 'IAM'];
/** Unions of which it is a unit of the local, written "15024-09" as well. */
export const UNIT_BEHIND_LOCAL: readonly string[] = ['USW', 'PACE'];

/** Letters of the bodies of 1199 SEIU, and the words that mean the same. */
export const BODIES_OF_1199: Readonly<Record<string, string>> = {
  northeast: 'ne',
  'new england': 'ne',
  northwest: 'nw',
  nebraska: 'ne',
  pennsylvania: 'p',
  nyhhsu: 'east',
  uhwe: 'east',
  'united healthcare worker east': 'east',
  healthcare: '',
};

/** Behind a year they say that it is none of the union's numbers: "SEIU 2020 convention". */
export const DATED =
  'convention conference congress list directory roster report election contract campaign resolution strike edition census';

/** Parts of a union that number their locals by themselves: beside the part's letters those of the union say nothing. */
export const NUMBERED_APART: Readonly<Record<string, string>> = {
  IBU: 'ILWU',
  NFFE: 'IAM',
  TCU: 'IAM',
  BMWED: 'IBT',
  BLET: 'IBT',
  GCC: 'IBT',
  NABET: 'CWA',
  AFA: 'CWA',
  OAPSE: 'AFSCME',
  CNA: 'NNU',
  NNOC: 'NNU',
};

/** The union of which one beside it in a name is a part, where both number their locals alike: the part is named. */
export const PARENT_OF: Readonly<Record<string, string>> = {
  RWDSU: 'UFCW',
  ICWUC: 'UFCW',
  'IUE-CWA': 'CWA',
  TNG: 'CWA',
  CIR: 'SEIU',
  UNAC: 'NUHHCE',
  NUHHCE: 'AFSCME',
  NYSNA: 'NNU',
};

/** Trades of which each state has one association, by the union they belong to; the letters behind the state's. */
export const STATE_ASSOCIATIONS: readonly (readonly [union: string, trade: string, letters: string])[] = [
  ['NEA', 'education', 'ea'],
  ['ANA', 'nurse', 'na'],
];
