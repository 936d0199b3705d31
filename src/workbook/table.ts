// A tab as read once.
export type { TabInfo, Table } from '../values/table';
