import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import '@mantine/spotlight/styles.css';
import '@fontsource-variable/public-sans/index.css';
import '@fontsource-variable/jetbrains-mono/index.css';
import '../ui/tokens.css';
import '../ui/base.css';
import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { FaultNote } from './Boundary';

// No policy stops WebRTC in today's browsers: what could carry a record out is not left lying about in this page.
for (const name of ['RTCPeerConnection', 'webkitRTCPeerConnection', 'RTCDataChannel'])
  Reflect.deleteProperty(window, name);

const root = document.getElementById('root');
// A page that frames this one could lay its own buttons over it; a policy in the page itself cannot forbid that.
const framed = window.top !== window.self;
// The projected window of a hearing never loads the app: no case, no database, no notes.
const projected = /^#\/projected\/(\w+)/.exec(location.hash)?.[1];
const what = framed
  ? Promise.resolve(
      <p className="page">Stopline does not run inside another page. Open it in a tab of its own.</p>,
    )
  : projected
    ? import('../places/hearing/Projected').then(({ Projected }) => <Projected id={projected} />)
    : import('./App').then(({ App }) => <App />);
if (projected) document.documentElement.classList.add('projected');
const show = (shown: ReactNode): void => {
  if (root) createRoot(root).render(<StrictMode>{shown}</StrictMode>);
};
what.then(show, (error: unknown) => show(<FaultNote what="Stopline" error={error} />));
