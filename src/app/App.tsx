import { Loader, MantineProvider } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { notifications, useNotifications } from '@mantine/notifications';
import { useSpotlight } from '@mantine/spotlight';
import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import { Redirect, Route, Router, Switch, useLocation } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { openSample } from '../places/cases/samples';
import { Conflicts } from '../ui/Conflicts';
import { followHand } from '../ui/hand';
import { later, loaded, useAsked } from '../ui/later';
import { useThemeChoice } from '../ui/theme-choice';
import { Boundary } from './Boundary';
import { HeadHelp, onHelpAsked, usePageTitle } from './Head';
import { LockGate } from './LockGate';
import { LostCases } from './LostCases';
import { keepOffline } from './offline';
import { palette, paletteStore } from './palette-state';
import css from './shell.module.css';
import { tellOfFaults } from './store-faults';
import { theme } from './theme';
import { startTour } from './tour-state';
import { UndoKeys } from './UndoKeys';

tellOfFaults();
keepOffline();

const CasesPlace = lazy(() => import('../places/cases/CasesPlace').then((m) => ({ default: m.CasesPlace })));
const OfficersPlace = lazy(() =>
  import('../places/officers/OfficersPlace').then((m) => ({ default: m.OfficersPlace })),
);
const CaseShell = lazy(() => import('./CaseShell').then((m) => ({ default: m.CaseShell })));
const Palette = later(() => import('./Palette').then((m) => m.Palette));
const Notices = later(() =>
  loaded(() => import('./Notices')).then(
    (m) => m.Notices,
    // What is to be said is said, however it looks.
    () => PlainNotices,
  ),
);
const Help = later(() => import('./Help').then((m) => m.Help));

/** The whole app: theme, routes, palette and keys. */
export function App() {
  const choice = useThemeChoice();
  useEffect(() => {
    document.documentElement.dataset['theme'] = choice;
  }, [choice]);
  return (
    <MantineProvider theme={theme} forceColorScheme={choice === 'dark' ? 'dark' : 'light'}>
      <Notes />
      <Boundary what="Stopline">
        <LockGate>
          <LostCases />
          <Router hook={useHashLocation}>
            <Routes />
            <Conflicts />
          </Router>
        </LockGate>
      </Boundary>
    </MantineProvider>
  );
}

/** What the app says in passing; how that looks is loaded with the first of it. */
function Notes() {
  const any = useAsked(useNotifications().notifications.length > 0);
  return any && <Notices />;
}

function PlainNotices() {
  return (
    <div role="alert" className={css['plain-notices']}>
      {useNotifications().notifications.map((n) => (
        <p key={n.id}>
          <strong>{n.title}</strong> {n.message}
        </p>
      ))}
    </div>
  );
}

function Routes() {
  const [helpShown, setHelpShown] = useState(false);
  const [location] = useLocation();
  useHotkeys([
    ['mod+k', () => palette.open()],
    ['shift+?', () => setHelpShown(true)],
    ['?', () => setHelpShown(true)],
  ]);
  useEffect(() => onHelpAsked(() => setHelpShown(true)), []);
  useEffect(followHand, []);
  const helpAsked = useAsked(helpShown);
  const paletteAsked = useAsked(useSpotlight(paletteStore).opened);
  const caseId = /^\/case\/([^/]+)/.exec(location)?.[1] ?? null;
  return (
    <>
      {paletteAsked && <Palette caseId={caseId} onHelp={() => setHelpShown(true)} />}
      {helpAsked && (
        <Help
          opened={helpShown}
          onClose={() => setHelpShown(false)}
          onTour={
            caseId
              ? () => {
                  setHelpShown(false);
                  startTour();
                }
              : null
          }
        />
      )}
      <Suspense fallback={<Waiting />}>
        <Switch>
          <Route path="/cases">
            <Bare title="Cases">
              <CasesPlace />
            </Bare>
          </Route>
          <Route path="/officers">
            <Bare title="Officers" tools={<UndoKeys caseId={null} officers />}>
              <OfficersPlace />
            </Bare>
          </Route>
          <Route path="/sample/:id">{({ id }) => <SampleOpener id={id} />}</Route>
          <Route path="/case/:id/:place">
            {({ id, place }) => <CaseShell key={id} caseId={id} place={place.split('?')[0] ?? ''} />}
          </Route>
          <Route path="/case/:id">{({ id }) => <Redirect to={`/case/${id}/timeline`} />}</Route>
          <Route>
            <Redirect to="/cases" />
          </Route>
        </Switch>
      </Suspense>
    </>
  );
}

/** A place outside of every case. */
function Bare({ title, tools, children }: { title: string; tools?: ReactNode; children: ReactNode }) {
  usePageTitle(title);
  return (
    <>
      <header className={css['shell-head']}>
        <a className={css['brand']} href="#/cases">
          Stopline
        </a>
        <span className={css['case-name']}>
          <small>a minute-by-minute timeline for the defense</small>
        </span>
        <span className={css['head-tools']} style={{ marginLeft: 'auto' }}>
          {tools}
          <HeadHelp />
        </span>
      </header>
      {children}
    </>
  );
}

function Waiting() {
  return (
    <div className="page" role="status">
      <Loader size="sm" /> Loading …
    </div>
  );
}

/** `#/sample/sample-roadside`: what `npm start` opens. */
function SampleOpener({ id }: { id: string }) {
  const [, go] = useLocation();
  useEffect(() => {
    openSample(id).then(
      (caseId) => go(`/case/${caseId}/timeline`, { replace: true }),
      (error: unknown) => {
        notifications.show({
          color: 'red',
          title: 'The sample was not opened',
          message: error instanceof Error ? error.message : String(error),
          autoClose: false,
        });
        go('/cases', { replace: true });
      },
    );
  }, [id, go]);
  return <Waiting />;
}
