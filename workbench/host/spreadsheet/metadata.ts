// DeveloperMetadata, its location and its finder. Allowed on the spreadsheet, a tab, one whole row, one whole column.
import type { EnumMember } from '../enums';
import type { MethodTable } from '../gate';
import { Refusal, REFUSALS } from '../sheets/refusal';
import { overlaps, type Area, type Metadata, type MetadataPlace, type TabState } from '../sheets/state';
import { ENUMS, member } from './enums';
import { enumName, light, NONE, reading, writing, type Kit } from './kit';

const MAX_CHARACTERS = 30_000;

export interface MetadataService {
  /** addDeveloperMetadata, getDeveloperMetadata and createDeveloperMetadataFinder of an object at this place. */
  methods(place: () => MetadataPlace, self: () => object): MethodTable;
}

/** Where metadata of a range would stand; a Refusal where the range is no whole row or column. */
export function placeOfRange(tab: TabState, area: Area): MetadataPlace {
  const wholeRows = area.column === 1 && area.columns === tab.maxColumns;
  const wholeColumns = area.row === 1 && area.rows === tab.maxRows;
  if (wholeColumns && area.columns === 1) return { type: 'COLUMN', tab: tab.id, at: area.column };
  if (wholeRows && area.rows === 1) return { type: 'ROW', tab: tab.id, at: area.row };
  throw new Refusal(REFUSALS.metadataPlace);
}

const samePlace = (a: MetadataPlace, b: MetadataPlace): boolean =>
  a.type === b.type &&
  (!('tab' in a) || ('tab' in b && a.tab === b.tab)) &&
  (!('at' in a) || ('at' in b && a.at === b.at));

const tabOf = (place: MetadataPlace): number | null => ('tab' in place ? place.tab : null);

function requireRoom(list: readonly Metadata[], place: MetadataPlace): void {
  const used = list
    .filter((entry) => tabOf(entry.place) === tabOf(place))
    .reduce((sum, entry) => sum + entry.key.length + (entry.value?.length ?? 0), 0);
  if (used > MAX_CHARACTERS) throw new Refusal(REFUSALS.metadataSize);
}

export function makeMetadata(kit: Kit): MetadataService {
  const areaOf = (tab: TabState, place: MetadataPlace): Area => {
    if (place.type === 'ROW') return { row: place.at, column: 1, rows: 1, columns: tab.maxColumns };
    if (place.type === 'COLUMN') return { row: 1, column: place.at, rows: tab.maxRows, columns: 1 };
    return { row: 1, column: 1, rows: tab.maxRows, columns: tab.maxColumns };
  };

  function change(id: number, next: (entry: Metadata) => Metadata | null): void {
    kit.write((draft) => {
      if (!draft.state.metadata.some((entry) => entry.id === id))
        throw new Refusal('The developer metadata does not exist any more.');
      const list = draft.state.metadata.flatMap((entry) => (entry.id === id ? (next(entry) ?? []) : [entry]));
      const changed = list.find((entry) => entry.id === id);
      if (changed) requireRoom(list, changed.place);
      draft.state.metadata = list;
    });
  }

  function location(place: MetadataPlace): object {
    const tab = tabOf(place);
    const line = (type: 'ROW' | 'COLUMN') => () => {
      if (place.type !== type) return null;
      return kit.range({
        tab: place.tab,
        area: areaOf(kit.tab(place.tab), place),
        shape: type === 'ROW' ? 'rows' : 'columns',
      });
    };
    return kit.gate.wrap('DeveloperMetadataLocation', {
      getLocationType: light(NONE, () => member(ENUMS.DeveloperMetadataLocationType, place.type)),
      getSpreadsheet: light(NONE, () => (place.type === 'SPREADSHEET' ? kit.spreadsheet() : null)),
      getSheet: light(NONE, () => (place.type === 'SHEET' && tab !== null ? kit.sheet(tab) : null)),
      getRow: light(NONE, line('ROW')),
      getColumn: light(NONE, line('COLUMN')),
    });
  }

  function wrap(id: number): object {
    const now = (): Metadata => {
      const entry = kit.model.state().metadata.find((other) => other.id === id);
      if (!entry) throw new Refusal('The developer metadata does not exist any more.');
      return entry;
    };
    const setting = (
      args: readonly (readonly string[])[],
      next: (entry: Metadata, given: never) => Metadata,
    ) =>
      writing(args, (given: never) => {
        change(id, (entry) => next(entry, given));
        return self;
      });
    const toLine = (range: object): MetadataPlace => {
      const { tab, area } = kit.rangeInside(range);
      return placeOfRange(kit.tab(tab), area);
    };
    const self: object = kit.gate.wrap('DeveloperMetadata', {
      getId: light(NONE, () => id),
      getKey: light(NONE, () => now().key),
      getValue: light(NONE, () => now().value),
      getVisibility: light(NONE, () => member(ENUMS.DeveloperMetadataVisibility, now().visibility)),
      getLocation: light(NONE, () => location(now().place)),
      setKey: setting([['String']], (entry, key: string) => ({ ...entry, key })),
      setValue: setting([['String']], (entry, value: string) => ({ ...entry, value })),
      setVisibility: setting([['DeveloperMetadataVisibility']], (entry, visibility: EnumMember) => ({
        ...entry,
        visibility: enumName(visibility) as Metadata['visibility'],
      })),
      moveToColumn: setting([['Range']], (entry, range: object) => ({ ...entry, place: toLine(range) })),
      moveToRow: setting([['Range']], (entry, range: object) => ({ ...entry, place: toLine(range) })),
      moveToSheet: setting([['Sheet']], (entry, sheet: object) => ({
        ...entry,
        place: { type: 'SHEET', tab: kit.sheetInside(sheet) },
      })),
      moveToSpreadsheet: setting(NONE, (entry) => ({ ...entry, place: { type: 'SPREADSHEET' } })),
      remove: writing(NONE, () => {
        change(id, () => null);
      }),
    });
    return self;
  }

  interface Wanted {
    readonly key?: string;
    readonly value?: string;
    readonly id?: number;
    readonly visibility?: string;
    readonly locationType?: string;
    readonly intersecting?: true;
  }

  function finder(place: MetadataPlace): object {
    let wanted: Wanted = {};
    const put = (more: Wanted) => {
      wanted = { ...wanted, ...more };
      return self;
    };
    const self: object = kit.gate.wrap('DeveloperMetadataFinder', {
      withKey: light([['String']], (key: string) => put({ key })),
      withValue: light([['String']], (value: string) => put({ value })),
      withId: light([['Integer']], (id: number) => put({ id })),
      withVisibility: light([['DeveloperMetadataVisibility']], (type: EnumMember) =>
        put({ visibility: enumName(type) }),
      ),
      withLocationType: light([['DeveloperMetadataLocationType']], (type: EnumMember) =>
        put({ locationType: enumName(type) }),
      ),
      onIntersectingLocations: light(NONE, () => put({ intersecting: true })),
      find: reading(kit, NONE, () =>
        kit.model
          .state()
          .metadata.filter(
            (entry) =>
              reaches(place, entry.place, wanted.intersecting === true) &&
              (wanted.key === undefined || entry.key === wanted.key) &&
              (wanted.value === undefined || entry.value === wanted.value) &&
              (wanted.id === undefined || entry.id === wanted.id) &&
              (wanted.visibility === undefined || entry.visibility === wanted.visibility) &&
              (wanted.locationType === undefined || entry.place.type === wanted.locationType),
          )
          .map((entry) => wrap(entry.id)),
      ),
    });
    return self;
  }

  /** A finder of the spreadsheet looks everywhere, one of a tab inside it, one of a row or column at exactly that line. */
  function reaches(from: MetadataPlace, at: MetadataPlace, intersecting: boolean): boolean {
    if (from.type === 'SPREADSHEET') return true;
    if (from.type === 'SHEET') return tabOf(at) === from.tab;
    if (!intersecting || tabOf(at) !== from.tab) return samePlace(from, at);
    const tab = kit.tab(from.tab);
    return overlaps(areaOf(tab, from), areaOf(tab, at));
  }

  function add(place: MetadataPlace, key: string, value: string | null, visibility: string): void {
    kit.write((draft) => {
      const entry: Metadata = {
        id: draft.state.nextId,
        key,
        value,
        visibility: visibility as Metadata['visibility'],
        place,
      };
      const list = [...draft.state.metadata, entry];
      requireRoom(list, place);
      draft.state.nextId += 1;
      draft.state.metadata = list;
    });
  }

  return {
    methods: (place, self) => ({
      addDeveloperMetadata: writing(
        [
          ['String'],
          ['String', 'String'],
          ['String', 'DeveloperMetadataVisibility'],
          ['String', 'String', 'DeveloperMetadataVisibility'],
        ],
        (key: string, second?: string | EnumMember, third?: EnumMember) => {
          const value = typeof second === 'string' ? second : null;
          const visibility = third ?? (typeof second === 'object' ? second : undefined);
          add(place(), key, value, visibility ? enumName(visibility) : 'DOCUMENT');
          return self();
        },
      ),
      getDeveloperMetadata: reading(kit, NONE, () => {
        const at = place();
        return kit.model
          .state()
          .metadata.filter((entry) => samePlace(entry.place, at))
          .map((entry) => wrap(entry.id));
      }),
      createDeveloperMetadataFinder: light(NONE, () => finder(place())),
    }),
  };
}
