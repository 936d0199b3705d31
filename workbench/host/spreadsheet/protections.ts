// Protection, as far as the add-on asks: what is protected and whether this person may write there.
import { mayEdit } from '../sheets/edits';
import type { Protection } from '../sheets/state';
import { ENUMS, member } from './enums';
import { light, NONE, type Kit } from './kit';

export function protection(kit: Kit, tab: number, inside: Protection): object {
  const whole = () => {
    const { maxRows, maxColumns } = kit.tab(tab);
    return { row: 1, column: 1, rows: maxRows, columns: maxColumns };
  };
  return kit.gate.wrap('Protection', {
    getProtectionType: light(NONE, () => member(ENUMS.ProtectionType, inside.area ? 'RANGE' : 'SHEET')),
    getRange: light(NONE, () => kit.range({ tab, area: inside.area ?? whole(), shape: 'cells' })),
    getDescription: light(NONE, () => inside.description),
    isWarningOnly: light(NONE, () => inside.warningOnly),
    canEdit: light(NONE, () =>
      mayEdit(
        { ...kit.tab(tab), protections: [inside] },
        inside.area ?? whole(),
        kit.context.user,
        kit.model.state().owner,
      ),
    ),
    getUnprotectedRanges: light(NONE, () =>
      inside.open.map((area) => kit.range({ tab, area, shape: 'cells' })),
    ),
  });
}
