// Starts the sidebar in the panel that the server wrote into the page.
import { render } from 'preact';
import type { Panel } from '../src/commands/answers';
import './parts/base.css';
import { App } from './app';

const place = document.getElementById('sidebar');
if (place) render(<App first={document.body.dataset['panel'] as Panel} />, place);
