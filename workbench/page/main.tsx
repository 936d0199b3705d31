// Starts the page of the workbench.
import { render } from 'preact';
import './page.css';
import './grid/grid.css';
import { App } from './app';

const place = document.getElementById('page');
if (place) render(<App />, place);
