// The kinds of groups that a lasting coalition needs, with the words that groups use for each.

export interface Category {
  readonly name: string;
  /** As people write it in a category cell: lower case. */
  readonly words: readonly string[];
}

export const CATEGORIES: readonly Category[] = [
  { name: 'Unions', words: ['union', 'unions', 'labor', 'labor union', 'labor unions', 'labour'] },
  {
    name: 'Faith groups',
    words: [
      'faith',
      'faith group',
      'faith groups',
      'church',
      'congregation',
      'mosque',
      'synagogue',
      'religious',
    ],
  },
  { name: 'Physicians', words: ['physician', 'physicians', 'doctor', 'doctors', 'medical society'] },
  {
    name: 'Nurses',
    words: ['nurse', 'nurses', 'nursing', 'health workers', 'health worker', 'clinic', 'clinics', 'hospital'],
  },
  {
    name: 'Small businesses',
    words: ['small business', 'small businesses', 'business', 'businesses', 'shop', 'shops'],
  },
  {
    name: 'Racial justice',
    words: ['racial justice', 'racial-justice', 'racial justice organization', 'civil rights'],
  },
  {
    name: 'National chapters',
    words: [
      'national chapter',
      'national chapters',
      'chapter',
      'local chapter',
      'local chapters',
      'political',
    ],
  },
  { name: 'Worker centers', words: ['worker center', 'worker centers', "workers' center", 'worker centre'] },
  {
    name: 'Immigrant groups',
    words: ['immigrant', 'immigrant group', 'immigrant groups', 'immigrant rights', 'immigration'],
  },
  {
    name: 'Disability groups',
    words: ['disability', 'disability group', 'disability groups', 'disability rights'],
  },
  { name: 'Young workers', words: ['young worker', 'young workers', 'youth', 'students', 'student group'] },
];
