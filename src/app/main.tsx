import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import '@mantine/spotlight/styles.css';
import '@fontsource-variable/public-sans/index.css';
import '@fontsource-variable/jetbrains-mono/index.css';
import './stopline.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

const root = document.getElementById('root');
// The projected window of a hearing never loads the app: no case, no database, no notes.
const projected = /^#\/projected\/(\w+)/.exec(location.hash)?.[1];
const what = projected
  ? import('../places/hearing/Projected').then(({ Projected }) => <Projected id={projected} />)
  : import('./App').then(({ App }) => <App />);
if (projected) document.documentElement.classList.add('projected');
void what.then((shown) => {
  if (root) createRoot(root).render(<StrictMode>{shown}</StrictMode>);
});
