// Plays the dashboard: its figures, the contacts behind one, the tab made and renewed.
type Play = (command: string, name: string, ...args: unknown[]) => unknown;

export function playDashboard(play: Play, about: string): void {
  play(`getDashboard, ${about}`, 'getDashboard');
  play(`getFigure, ${about}`, 'getFigure', { table: 'steps', row: 'No step now', figure: 0 });
  play(`writeDashboard, ${about}`, 'writeDashboard', true);
  play(`writeDashboard, ${about}, anew`, 'writeDashboard', false);
}
