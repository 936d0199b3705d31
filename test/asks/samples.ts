// Shared by the tests of this folder.
export * from '../touches/asks/samples';
export { settingsOf } from '../touches/samples';
