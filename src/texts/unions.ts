// Unions by their acronym, with the names under which people write them down, as data.
// A name stands without "international", "union", "of", "and"; plural and singular are one; the longest name wins.

export interface UnionName {
  /** The acronym that stands for the union in comparisons. */
  readonly code: string;
  readonly names: readonly string[];
  /** Words that also mean something else ("here", "painters"): they count only right before a local's number. */
  readonly beforeNumber?: readonly string[];
}

export const UNIONS: readonly UnionName[] = [
  { code: 'SEIU', names: ['SEIU', 'service employees'] },
  {
    code: 'AFSCME',
    names: [
      'AFSCME',
      'american federation state county municipal employees',
      'state county municipal employees',
    ],
  },
  { code: 'UFCW', names: ['UFCW', 'united food commercial workers', 'food commercial workers'] },
  {
    code: 'IBEW',
    names: [
      'IBEW',
      'international brotherhood electrical workers',
      'brotherhood electrical workers',
      'electrical workers',
    ],
  },
  {
    code: 'UAW',
    names: [
      'UAW',
      'united auto workers',
      'united autoworkers',
      'united automobile workers',
      'united automobile aerospace agricultural implement workers',
      'auto workers',
      'autoworkers',
    ],
  },
  {
    code: 'IBT',
    names: ['IBT', 'international brotherhood teamsters', 'brotherhood teamsters', 'teamsters'],
  },
  { code: 'AFT', names: ['AFT', 'american federation teachers'] },
  { code: 'NEA', names: ['NEA', 'national education association'] },
  { code: 'CWA', names: ['CWA', 'communications workers'] },
  { code: 'IUE-CWA', names: ['IUE CWA', 'IUE'] },
  { code: 'UNITE HERE', names: ['unite here', 'unitehere'] },
  { code: 'UNITE', names: [], beforeNumber: ['unite'] },
  { code: 'HERE', names: ['hotel employees restaurant employees'], beforeNumber: ['here'] },
  {
    code: 'IAM',
    names: [
      'IAM',
      'IAMAW',
      'international association machinists aerospace workers',
      'association machinists aerospace workers',
      'machinists aerospace workers',
      'international association machinists',
      'association machinists',
      'machinists',
    ],
  },
  { code: 'IUOE', names: ['IUOE', 'international union operating engineers', 'operating engineers'] },
  {
    code: 'USW',
    names: ['USW', 'USWA', 'united steelworkers', 'united steel workers', 'steelworkers', 'steel workers'],
    beforeNumber: ['usa'],
  },
  { code: 'PACE', names: [], beforeNumber: ['pace'] },
  { code: 'APWU', names: ['APWU', 'american postal workers', 'postal workers'] },
  { code: 'NALC', names: ['NALC', 'national association letter carriers', 'letter carriers'] },
  { code: 'NRLCA', names: ['NRLCA', 'national rural letter carriers', 'rural letter carriers'] },
  { code: 'NPMHU', names: ['NPMHU', 'national postal mail handlers', 'mail handlers'] },
  { code: 'ATU', names: ['ATU', 'amalgamated transit'] },
  { code: 'TWU', names: ['TWU', 'transport workers'] },
  { code: 'LIUNA', names: ['LIUNA', 'laborers international', 'laborers union'], beforeNumber: ['laborers'] },
  {
    code: 'UA',
    names: [
      'united association plumbers pipefitters',
      'united association journeymen apprentices',
      'plumbers pipefitters',
      'plumbers steamfitters',
    ],
    beforeNumber: ['ua', 'plumbers', 'pipefitters', 'steamfitters'],
  },
  {
    code: 'IATSE',
    names: ['IATSE', 'international alliance theatrical stage employees', 'theatrical stage employees'],
    beforeNumber: ['stagehands'],
  },
  { code: 'OPEIU', names: ['OPEIU', 'office professional employees'] },
  { code: 'AFGE', names: ['AFGE', 'american federation government employees'] },
  { code: 'NFFE', names: ['NFFE', 'national federation federal employees'] },
  { code: 'NTEU', names: ['NTEU', 'national treasury employees'] },
  { code: 'IFPTE', names: ['IFPTE', 'professional technical engineers'] },
  { code: 'NNU', names: ['NNU', 'national nurses united'] },
  { code: 'NNOC', names: ['NNOC', 'national nurses organizing committee'] },
  { code: 'CNA', names: ['CNA', 'california nurses association'] },
  { code: 'UNAC', names: ['UNAC UHCP', 'UNAC', 'united nurses associations california'] },
  { code: 'NUHW', names: ['NUHW', 'national union healthcare workers'] },
  { code: 'CIR', names: ['committee interns residents'] },
  {
    code: 'IUPAT',
    names: ['IUPAT', 'international union painters allied trades', 'painters allied trades'],
    beforeNumber: ['painters', 'pat'],
  },
  {
    code: 'SMART',
    names: ['sheet metal air rail transportation', 'sheet metal workers', 'SMWIA'],
    beforeNumber: ['smart', 'smw'],
  },
  {
    code: 'ILWU',
    names: [
      'ILWU',
      'international longshore warehouse',
      'longshore warehouse',
      'longshoremens warehousemens',
    ],
  },
  {
    code: 'ILA',
    names: ['international longshoremens association', 'longshoremens association'],
    beforeNumber: ['ila'],
  },
  {
    code: 'BCTGM',
    names: [
      'BCTGM',
      'bakery confectionery tobacco workers grain millers',
      'bakery confectionery tobacco workers',
    ],
    beforeNumber: ['bakery workers', 'bakers'],
  },
  { code: 'RWDSU', names: ['RWDSU', 'retail wholesale department store'] },
  {
    code: 'UE',
    names: ['united electrical radio machine workers', 'united electrical workers', 'united electrical'],
    beforeNumber: ['ue'],
  },
  {
    code: 'UBC',
    names: ['united brotherhood carpenters joiners', 'united brotherhood carpenters', 'carpenters joiners'],
    beforeNumber: ['carpenters', 'ubc', 'cja'],
  },
  {
    code: 'IAFF',
    names: ['IAFF', 'international association fire fighters', 'international association firefighters'],
    beforeNumber: ['firefighters', 'fire fighters'],
  },
  { code: 'BAC', names: ['bricklayers allied craftworkers'], beforeNumber: ['bac', 'bricklayers'] },
  {
    code: 'IW',
    names: ['bridge structural ornamental reinforcing iron workers', 'BSOIW'],
    beforeNumber: ['ironworkers', 'iron workers'],
  },
  { code: 'IUEC', names: ['IUEC', 'elevator constructors'] },
  { code: 'OPCMIA', names: ['OPCMIA', 'plasterers cement masons'], beforeNumber: ['cement masons', 'opcm'] },
  { code: 'IBB', names: ['brotherhood boilermakers'], beforeNumber: ['boilermakers', 'bbf'] },
  { code: 'UURWAW', names: ['roofers waterproofers allied workers'], beforeNumber: ['roofers'] },
  { code: 'UMWA', names: ['UMWA', 'united mine workers'] },
  { code: 'UFW', names: ['united farm workers'], beforeNumber: ['ufw'] },
  { code: 'UWUA', names: ['UWUA', 'utility workers union'], beforeNumber: ['uwu', 'utility workers'] },
  {
    code: 'SAG-AFTRA',
    names: ['sag aftra', 'screen actors guild american federation television radio artists'],
  },
  { code: 'AAUP', names: ['AAUP', 'american association university professors'] },
  { code: 'AFM', names: ['american federation musicians'], beforeNumber: ['afm', 'musicians'] },
  { code: 'TNG', names: ['newspaper guild', 'newsguild'], beforeNumber: ['tng'] },
  { code: 'AFA', names: ['association flight attendants'], beforeNumber: ['afa'] },
  { code: 'ALPA', names: ['ALPA', 'air line pilots association', 'airline pilots association'] },
  { code: 'IWW', names: ['IWW', 'industrial workers world'] },
];

/** Numbers that many separate bodies of one union carry: there the words beside the number decide. */
export const SHARED_LOCAL_NUMBERS: readonly string[] = ['1199'];
