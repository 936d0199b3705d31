// Starts the sidebar in the panel that the server wrote into the page.
import { render } from 'preact';
import type { Panel } from '../src/commands/answers';
import './parts/base.css';
import { App } from './app';

const PANELS: readonly Panel[] = [
  'today',
  'check',
  'follow-ups',
  'assign',
  'contact',
  'changes',
  'setup',
  'words',
];

const asked = document.body.dataset['panel'];
const place = document.getElementById('sidebar');
if (place) render(<App first={PANELS.find((panel) => panel === asked) ?? 'today'} />, place);
