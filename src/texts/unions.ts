// Unions by their acronym, with the names under which people write them down, as data.
// A name stands without "international", "union", "of", "and"; plural and singular are one; the longest name wins.
import { later } from '../values/later';
import { spellOut } from '../values/spellOut';

export interface UnionName {
  /** The acronym that stands for the union in comparisons. */
  readonly code: string;
  readonly names: readonly string[];
  /** Words that also mean something else ("here", "painters"): they count only right before a local's number. */
  readonly beforeNumber: readonly string[];
}

/** Code: names, split at commas; behind ";" those that count only before a number. Brackets as in spellOut. */
const LINES = `SEIU: SEIU,service employees
AFSCME: AFSCME,(american federation |)state county municipal employees
UFCW: UFCW,(united |)food commercial workers
IBEW: IBEW,(international brotherhood |brotherhood |)electrical workers
UAW: UAW,united automobile (aerospace agricultural implement |)workers,(united |)(auto workers|autoworkers)
IBT: IBT,(international brotherhood |brotherhood |)teamsters
AFT: AFT,american federation teachers
NEA: NEA,national education association
CWA: CWA,communications workers
IUE-CWA: IUE CWA,IUE
UNITE HERE: unite here,unitehere
UNITE: ; unite
HERE: hotel employees restaurant employees; here
IAM: IAM,IAMAW,(international association |association |)machinists( aerospace workers|)
IUOE: IUOE,(international union |)operating engineers
USW: USW,USWA,(united |)(steelworkers|steel workers); usa
PACE: ; pace
APWU: APWU,(american |)postal workers
NALC: NALC,(national association |)letter carriers
NRLCA: NRLCA,(national |)rural letter carriers
NPMHU: NPMHU,(national postal |)mail handlers
ATU: ATU,amalgamated transit
TWU: TWU,transport workers
LIUNA: LIUNA,laborers (international|union); laborers
UA: united association (plumbers pipefitters|journeymen apprentices),plumbers (pipefitters|steamfitters); ua,plumbers,pipefitters,steamfitters
IATSE: IATSE,(international alliance |)theatrical stage employees; stagehands
OPEIU: OPEIU,office professional employees
AFGE: AFGE,american federation government employees
NFFE: NFFE,national federation federal employees
NTEU: NTEU,national treasury employees
IFPTE: IFPTE,professional technical engineers
NNU: NNU,national nurses united
NNOC: NNOC,national nurses organizing committee
CNA: CNA,california nurses association
UNAC: UNAC UHCP,UNAC,united nurses associations california
NUHW: NUHW,national union healthcare workers
CIR: committee interns residents
IUPAT: IUPAT,(international union |)painters allied trades; painters,pat
SMART: sheet metal (air rail transportation|workers),SMWIA; smart,smw
ILWU: ILWU,(international |)longshore warehouse,longshoremens warehousemens
ILA: (international |)longshoremens association; ila
BCTGM: BCTGM,bakery confectionery tobacco workers( grain millers|); bakery workers,bakers
RWDSU: RWDSU,retail wholesale department store
UE: united electrical( radio machine workers| workers|); ue
UBC: united brotherhood carpenters( joiners|),carpenters joiners; carpenters,ubc,cja
IAFF: IAFF,international association (fire fighters|firefighters); firefighters,fire fighters
BAC: bricklayers allied craftworkers; bac,bricklayers
IW: bridge structural ornamental reinforcing iron workers,BSOIW; ironworkers,iron workers
IUEC: IUEC,elevator constructors
OPCMIA: OPCMIA,plasterers cement masons; cement masons,opcm
IBB: brotherhood boilermakers; boilermakers,bbf
UURWAW: roofers waterproofers allied workers; roofers
UMWA: UMWA,united mine workers
UFW: united farm workers; ufw
UWUA: UWUA,utility workers union; uwu,utility workers
SAG-AFTRA: sag aftra,screen actors guild american federation television radio artists
AAUP: AAUP,american association university professors
AFM: american federation musicians; afm,musicians
TNG: newspaper guild,newsguild; tng
AFA: association flight attendants; afa
ALPA: ALPA,(air line|airline) pilots association
IWW: IWW,industrial workers world`;

export const unions = later((): readonly UnionName[] =>
  LINES.split('\n').map((line) => {
    const [code = '', names = '', beforeNumber = ''] = line.split(/: |; ?/);
    return { code, names: spellOut(names), beforeNumber: spellOut(beforeNumber) };
  }),
);

/** Numbers that many separate bodies of one union carry: there the words beside the number decide. */
export const SHARED_LOCAL_NUMBERS: readonly string[] = ['1199'];
