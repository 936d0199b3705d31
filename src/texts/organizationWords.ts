// Words in the names of organizations and how they are compared, as data. All lower case, without punctuation.

/** Words that carry no difference between two names. */
export const STOP_WORDS = 'the of and for in at a an to on by with und der die das de la el los las et y';

/** Company forms, left out at the end of a name. */
export const COMPANY_FORMS =
  'inc incorporated llc ltd limited corp corporation co company llp pllc pc plc gmbh ev nonprofit ngo 501c3';

/** Left out on one side ("First Baptist" is "First Baptist Church"); two different ones make two organizations. */
export const OPTIONAL_WORDS =
  'church association organization chapter branch club local quaker aflcio clc ctw';

/** What kind of body it is. Where two rows share an address, one name may be the other without these. */
export const KIND_WORDS = `alliance association branch center chapter church club coalition collective committee congregation cooperative council
  federation fellowship group institute league local ministry movement network organization society union worker`;

/** Written short or in another spelling, and the word that is compared. */
export const SHORT_FORMS: Readonly<Record<string, string>> = {
  saint: 'st',
  saints: 'st',
  sainte: 'st',
  ste: 'st',
  ss: 'st',
  street: 'st',
  mt: 'mount',
  ft: 'fort',
  n: 'north',
  s: 'south',
  e: 'east',
  w: 'west',
  ne: 'northeast',
  nw: 'northwest',
  se: 'southeast',
  sw: 'southwest',
  no: 'number',
  nr: 'number',
  assn: 'association',
  assoc: 'association',
  asso: 'association',
  asn: 'association',
  ctr: 'center',
  cntr: 'center',
  cen: 'center',
  centre: 'center',
  org: 'organization',
  orgs: 'organization',
  organisation: 'organization',
  organising: 'organizing',
  univ: 'university',
  dept: 'department',
  natl: 'national',
  intl: 'international',
  fed: 'federation',
  cmty: 'community',
  cmte: 'committee',
  ctte: 'committee',
  coop: 'cooperative',
  cooperative: 'cooperative',
  govt: 'government',
  hosp: 'hospital',
  med: 'medical',
  presb: 'presbyterian',
  presby: 'presbyterian',
  luth: 'lutheran',
  meth: 'methodist',
  bapt: 'baptist',
  cath: 'catholic',
  cong: 'congregation',
  epis: 'episcopal',
  episc: 'episcopal',
  sch: 'school',
  elem: 'elementary',
  acad: 'academy',
  inst: 'institute',
  fdn: 'foundation',
  fndn: 'foundation',
  svc: 'service',
  svcs: 'service',
  soc: 'society',
  bros: 'brothers',
  cnty: 'county',
  twp: 'township',
  dem: 'democrat',
  dems: 'democrat',
  amer: 'american',
  calif: 'california',
  ore: 'oregon',
  wkrs: 'worker',
  parish: 'church',
  div: 'division',
  labour: 'labor',
  theatre: 'theater',
  programme: 'program',
  defence: 'defense',
  loc: 'local',
  lcl: 'local',
  lu: 'local',
  mlk: 'martinlutherking',
  rgl: 'regional',
  bldg: 'building',
  constr: 'construction',
};

/** Several words that are one idea, and the one word that is compared. Written without stop words. */
export const PHRASES: readonly (readonly [phrase: string, word: string])[] = [
  ['health care', 'healthcare'],
  ['day care', 'daycare'],
  ['child care', 'childcare'],
  ['co op', 'cooperative'],
  ['non profit', 'nonprofit'],
  ['inter faith', 'interfaith'],
  ['fire fighters', 'firefighter'],
  ['democratic party', 'democrat'],
  ['republican party', 'republican'],
  ['martin luther king', 'martinlutherking'],
  ['martin luther king jr', 'martinlutherking'],
  ['king county', 'kingcounty'],
  ['mlk county', 'kingcounty'],
  ['ml king county', 'kingcounty'],
  ['martin luther king county', 'kingcounty'],
  ['martin luther king jr county', 'kingcounty'],
  ['building construction trades council', 'buildingtrades'],
  ['building construction trades department', 'buildingtrades'],
  ['building trades council', 'buildingtrades'],
  ['bctd', 'buildingtrades'],
  ['bctc', 'buildingtrades'],
];

/** Bodies known by their initials, which stand for the whole name. Written without stop words. */
export const KNOWN_BODIES: readonly (readonly [phrase: string, initials: string])[] = [
  ['first baptist church', 'fbc'],
  ['first united methodist church', 'fumc'],
  ['united methodist church', 'umc'],
  ['united methodist', 'umc'],
  ['first united methodist', 'fumc'],
  ['first baptist', 'fbc'],
  ['united churchofchrist', 'ucc'],
  ['african methodist episcopal', 'ame'],
  ['unitarian universalist', 'uu'],
  ['latter day saints', 'lds'],
  ['national association advancement colored people', 'naacp'],
  ['league women voters', 'lwv'],
  ['democratic socialists america', 'dsa'],
  ['physicians national health program', 'pnhp'],
  ['american civil liberties union', 'aclu'],
  ['jobs justice', 'jwj'],
  ['showing up racial justice', 'surj'],
  ['poor peoples campaign', 'ppc'],
  ['league united latin american citizens', 'lulac'],
  ['council american islamic relations', 'cair'],
  ['veterans foreign wars', 'vfw'],
  ['black lives matter', 'blm'],
  ['japanese american citizens league', 'jacl'],
  ['american friends service committee', 'afsc'],
  ['young mens christian association', 'ymca'],
  ['young womens christian association', 'ywca'],
  ['labor campaign single payer', 'lcsp'],
  ['working families party', 'wfp'],
  ['parent teacher association', 'pta'],
  ['afl cio', 'aflcio'],
  ['american federation labor congress industrial organizations', 'aflcio'],
];

/** "Church of Christ" and "Christ Church" are not the same: these keep their order as one word. */
export const CHURCH_OF = 'christ|god|the nazarene|the brethren|latter day saints|the redeemer|the savior';

/** A part of the same house with its own door: a name with one of these is another contact than the name without. */
export const PART_WORDS = `retiree retired office division unit caucus council committee benefit trust fund foundation credit apprenticeship
  apprentice jatc training pension political school auxiliary youth women men staff hospital academy pac`;

/** Words whose order tells institutions apart: "University of Portland" and "Portland University". */
export const ORDER_WORDS = 'university college';

/** Common words in names: a word one or two letters away is a slip of the pen, and two of these are never one word. */
export const COMMON_WORDS = `academy advocacy african agricultural aid alliance allied american apprentice apostolic
  assembly association attorney auxiliary baptist benefit brotherhood building business campaign capital caring carpenter
  catholic center central chamber chapel chapter charity children christian church citizen civic civil climate clinic coalition
  collective college commerce commercial commission committee community concerned conference confectionery congregation
  congregational congress conservation consumer cooperative council county covenant cultural defense democrat democratic
  department dental development diocese disability district eastern economic education electrical elementary employee
  engineer environmental episcopal equality evangelical faith family farmer federation fellowship fighter firefighter first second
  third fourth fifth food forum foundation freedom friend government grace group guild healthcare health heritage
  hispanic historical holy home hospital housing human immigrant immigration indigenous indivisible industrial
  institute interfaith international islamic jewish justice justices labor laborer latino league legal liberation library local
  longshore lutheran machinist medical memorial mennonite methodist ministry mission missionary movement municipal museum
  muslim mutual national neighbor neighborhood network northern northeast northwest nurse operating organization organizing
  orthodox painter parent partnership peace pentecostal people physician plumber police policy political postal presbyterian
  professional program progressive project public racial refugee regional relief republican research residents resource
  retiree rights rural school senior service shelter social society solidarity southern southeast southwest steelworker
  student sunrise support synagogue synod teacher teamster temple tenant theater transit transport trinity union unitarian
  united unity universalist university urban valley veteran village volunteer welfare western womens workers worker worship
  young youth`;

/** Two-letter abbreviations of states and provinces, where they end a name ("…, OR"). */
export const STATES: Readonly<Record<string, string>> = {
  AL: 'alabama',
  AK: 'alaska',
  AZ: 'arizona',
  AR: 'arkansas',
  CA: 'california',
  CO: 'colorado',
  CT: 'connecticut',
  DE: 'delaware',
  DC: 'district columbia',
  FL: 'florida',
  GA: 'georgia',
  HI: 'hawaii',
  ID: 'idaho',
  IL: 'illinois',
  IN: 'indiana',
  IA: 'iowa',
  KS: 'kansas',
  KY: 'kentucky',
  LA: 'louisiana',
  ME: 'maine',
  MD: 'maryland',
  MA: 'massachusetts',
  MI: 'michigan',
  MN: 'minnesota',
  MS: 'mississippi',
  MO: 'missouri',
  MT: 'montana',
  NE: 'nebraska',
  NV: 'nevada',
  NH: 'new hampshire',
  NJ: 'new jersey',
  NM: 'new mexico',
  NY: 'new york',
  NC: 'north carolina',
  ND: 'north dakota',
  OH: 'ohio',
  OK: 'oklahoma',
  OR: 'oregon',
  PA: 'pennsylvania',
  RI: 'rhode island',
  SC: 'south carolina',
  SD: 'south dakota',
  TN: 'tennessee',
  TX: 'texas',
  UT: 'utah',
  VT: 'vermont',
  VA: 'virginia',
  WA: 'washington',
  WV: 'west virginia',
  WI: 'wisconsin',
  WY: 'wyoming',
  PR: 'puerto rico',
  BC: 'british columbia',
  ON: 'ontario',
  AB: 'alberta',
  QC: 'quebec',
};
