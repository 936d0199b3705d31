// The three tabs for the file of another town: made fresh, with values alone, so that a copy of them carries nothing else.
import { CATEGORIES } from '../texts/categories';
import type { TabShape } from './ourTabs';
import { NEXT_TOWN_PREFIX, NEXT_TOWN_TEMPLATES } from './tabs';

export const NEXT_TOWN_PARTNERS = `${NEXT_TOWN_PREFIX}partners`;
export const NEXT_TOWN_CATEGORIES = `${NEXT_TOWN_PREFIX}categories`;

/** What is filled in here; then the columns with which the other group goes on. */
const FILLED = ['Organization', 'Category', 'Website', 'Affiliates in', 'Agreed with us to'] as const;
const BLANK = [
  'Contact name',
  'E-mail',
  'Phone',
  'Known by',
  'Owner',
  'Status',
  'Last contacted',
  'Answer',
  'Notes',
] as const;

export interface TownRow {
  readonly organization: string;
  readonly category: string;
  readonly website: string;
  readonly agreed: string;
}

/** `templates`: headings and rows of the tab about texts. */
export function nextTownShapes(
  partners: readonly TownRow[],
  town: string,
  templates: readonly (readonly string[])[],
): TabShape[] {
  const shape = (
    name: string,
    rows: readonly (readonly string[])[],
    widths: readonly number[],
    text = rows[0]?.length ?? 0,
  ): TabShape => ({
    name,
    rows,
    textColumns: Array.from({ length: text }, (_, index) => index + 1),
    widths,
    headerNotes: [],
    hidden: false,
  });
  return [
    shape(
      NEXT_TOWN_PARTNERS,
      [
        [...FILLED, ...BLANK],
        ...partners.map(({ organization, category, website, agreed }) => [
          organization,
          category,
          website,
          town,
          agreed,
          ...BLANK.map(() => ''),
        ]),
      ],
      [220, 130, 200, 120, 200, 140, 200, 120, 120, 110, 110, 120, 160, 240],
      FILLED.length,
    ),
    shape(NEXT_TOWN_TEMPLATES, templates, [140, 90, 130, 110, 240, 520]),
    shape(
      NEXT_TOWN_CATEGORIES,
      [
        ['Category', 'Ask the room', 'How to reach them'],
        ...CATEGORIES.map(({ name, prompt, tip }) => [name, prompt, tip]),
      ],
      [180, 420, 520],
    ),
  ];
}
