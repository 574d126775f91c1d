import { ActionIcon, Alert, Button, Loader } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDots } from '@tabler/icons-react';
import { lazy, Suspense, useCallback, useDeferredValue, useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import type { CaseContent } from '../casefile/content';
import { downloadCase, saveShown } from '../places/cases/backup';
import { openCaseFile, takeWaiting } from '../places/cases/case-files';
import { SAMPLES } from '../places/cases/sample-list';
import { recall } from '../store/commands';
import { db } from '../store/open';
import { askEntry, useAdding } from '../ui/adding';
import { useHanded } from '../ui/handed';
import { isLong } from '../ui/is-long';
import { later, useAsked } from '../ui/later';
import { laterMenu } from '../ui/later-menu';
import { askPast, usePast } from '../ui/past';
import { useKeptAside } from '../ui/use-kept';
import { BackupAge } from './BackupAge';
import { Boundary } from './Boundary';
import { goWithin } from './go-within';
import { HeadHelp, SkipLink, usePageTitle } from './Head';
import { HOME, PLACES, screenOf } from './places';
import { Rail } from './Rail';
import css from './shell.module.css';
import { Tour } from './Tour';
import { UndoKeys } from './UndoKeys';
import { useCase } from './use-case';
import { useDrops } from './use-drops';
import { usePlaceKeys } from './use-place-keys';

const EventForm = lazy(() => import('../ui/EventForm').then((m) => ({ default: m.EventForm })));
const MergeDialog = lazy(() =>
  import('../places/cases/MergeDialog').then((m) => ({ default: m.MergeDialog })),
);

const CaseMenu = laterMenu(() => import('./CaseMenu').then((m) => m.CaseMenu));
const LockedExport = later(() => import('../places/cases/LockedExport').then((m) => m.LockedExport));
const HistoryList = later(() => import('./HistoryList').then((m) => m.HistoryList));

const ShareChip = lazy(() =>
  import('../places/cases/sharing/ShareChip').then((m) => ({ default: m.ShareChip })),
);

const MORE = (
  <ActionIcon variant="subtle" color="gray" aria-label="More">
    <IconDots size={17} />
  </ActionIcon>
);

/** What the address bar carries after the place: `?at=` a row or finding. */
function atParam(): string | null {
  const query = location.hash.split('?')[1];
  return query ? new URLSearchParams(query).get('at') : null;
}

/** One case: its head, its places, undo and redo. */
export function CaseShell({ caseId, place }: { caseId: string; place: string }) {
  const state = useCase(caseId);
  const [selected, setSelected] = useState<string | null>(atParam);
  const [history, setHistory] = useState(false);
  const past = usePast();
  const [locking, setLocking] = useState(false);
  const historyAsked = useAsked(history || past !== null);
  const lockingAsked = useAsked(locking);
  const [sharing, setSharing] = useState(false);
  // What keeps a shared case in step is loaded where there is one, or where it is asked for.
  const shared = useKeptAside(async () => (await recall(db, `share ${caseId}`)) !== undefined, [caseId]);
  const [merging, setMerging] = useState<{ content: CaseContent; name: string } | null>(() =>
    takeWaiting(caseId),
  );
  const picked = useRef<HTMLInputElement>(null);
  const main = useRef<HTMLDivElement>(null);
  const [, go] = useLocation();
  usePlaceKeys(caseId, place, go);
  const adding = useAdding();
  // What is typed stays as a draft; the form belongs to the case it was opened in.
  useEffect(() => () => askEntry(false), [caseId]);
  const toTimeline = useCallback(
    (id: string) => {
      setSelected(id);
      go(`/case/${caseId}/timeline`);
    },
    [go, caseId],
  );
  const toPlace = useCallback((to: string) => go(`/case/${caseId}/${to}`), [go, caseId]);
  useHanded('merge', ([file]) => {
    if (file) void openOther(file).then((content) => content && setMerging({ content, name: file.name }));
  });
  useDrops((to) => goWithin(caseId, to));
  // A row that the address names while the case is open is chosen, as when it is opened.
  const named = atParam();
  useEffect(() => {
    if (named && place === 'timeline') setSelected(named);
  }, [named, place]);
  const view = state.status === 'ready' ? state.view : null;
  // Of a long case another place is made in slices; what was there stays until it is done, and takes no clicks meant for the next.
  const inSlices = useDeferredValue(place);
  const shown = view && isLong(view.record) ? inSlices : place;
  const Screen = screenOf(shown);
  // A place that was left with the hand in it (rows taken in, a row gone to) hands on to the next; a link keeps the focus.
  const left = useRef(shown);
  useEffect(() => {
    if (left.current === shown) return;
    left.current = shown;
    if (document.activeElement === document.body) main.current?.focus({ preventScroll: true });
  }, [shown]);
  const save = (): void => {
    if (state.status === 'ready') void saveShown(state.view.latest, state.own);
    else void downloadCase(caseId, 'case');
  };
  const of = view?.latest.case;
  usePageTitle((PLACES.find((p) => p.id === place) ?? HOME).name, of?.title);
  return (
    <>
      <SkipLink to={main} />
      <header className={css['shell-head']}>
        <a className={css['brand']} href="#/cases">
          Stopline
        </a>
        <span className={css['case-name']} title={of?.title}>
          <strong>{of?.title ?? ''}</strong>
          <small>{of?.number}</small>
        </span>
        <span className={css['head-tools']}>
          {(shared || sharing) && (
            <Suspense fallback={null}>
              <ShareChip caseId={caseId} view={view} asked={sharing} onClose={() => setSharing(false)} />
            </Suspense>
          )}
          <BackupAge caseId={caseId} title={of?.title ?? 'case'} />
          <UndoKeys caseId={caseId} officers={place === 'officers'} />
          <HeadHelp />
          <CaseMenu
            button={MORE}
            caseId={caseId}
            title={of?.title ?? 'case'}
            onSave={save}
            onLock={() => setLocking(true)}
            onShare={() => setSharing(true)}
            onMerge={() => picked.current?.click()}
            onHistory={() => setHistory(true)}
          />
        </span>
      </header>
      <Tour sample={SAMPLES.some((s) => s.id === caseId)} go={toPlace} />
      {of?.madeUp && <div className={css['madeup']}>Made-up sample: no such case, no such people.</div>}
      <input
        ref={picked}
        type="file"
        hidden
        aria-label="Another copy of this case"
        accept=".stopline,.zip,.age"
        onChange={(e) => {
          const file = e.currentTarget.files?.[0];
          e.currentTarget.value = '';
          if (file)
            void openOther(file).then((content) => content && setMerging({ content, name: file.name }));
        }}
      />
      {lockingAsked && (
        <LockedExport
          caseId={caseId}
          title={of?.title ?? 'case'}
          opened={locking}
          onClose={() => setLocking(false)}
        />
      )}
      {view && merging && (
        <Suspense fallback={null}>
          <MergeDialog
            view={view}
            theirs={merging.content}
            name={merging.name}
            onClose={() => setMerging(null)}
          />
        </Suspense>
      )}
      {historyAsked && (
        <HistoryList
          caseId={caseId}
          opened={history || past !== null}
          row={past}
          onClose={() => {
            setHistory(false);
            askPast(null);
          }}
        />
      )}
      <div className={css['shell']}>
        <Rail caseId={caseId} place={place} />
        <div className={css['shell-place']} ref={main} tabIndex={-1} inert={shown !== place}>
          {state.status === 'loading' && <Reading />}
          {state.status === 'missing' && (
            <div className="page">
              <h1>This browser holds no such case</h1>
              <p>
                It may have been erased, or it lives in another browser. <a href="#/cases">Go to the cases</a>
                , or import its case file there.
              </p>
            </div>
          )}
          {state.status === 'failed' && (
            <div className="page" role="alert">
              <h1>The analysis stopped</h1>
              <p>{state.why}</p>
              <p>
                The record itself is safe.{' '}
                <button type="button" onClick={() => void downloadCase(caseId, of?.title ?? 'case')}>
                  Save this case as a file
                </button>{' '}
                and{' '}
                <button type="button" onClick={() => location.reload()}>
                  reload the page
                </button>
                .
              </p>
            </div>
          )}
          {state.status === 'ready' && state.gone && (
            <Alert color="red" role="alert" title="This case is not in this browser any more">
              It was erased in another tab, or the data of the site was cleared. What you see and type is in
              this tab alone, and nothing is written.{' '}
              <Button size="compact-sm" color="red" onClick={save}>
                Save what was on the screen as a file
              </Button>
            </Alert>
          )}
          {view && adding && place !== 'record' && (
            <aside className={css['adding']} aria-label="New entries">
              <Suspense fallback={null}>
                <EventForm
                  view={view}
                  event={null}
                  onDone={() => askEntry(false)}
                  onPasted={() => go(`/case/${caseId}/import`)}
                />
              </Suspense>
            </aside>
          )}
          {view && (
            <Boundary
              key={shown}
              what={PLACES.find((p) => p.id === shown)?.name ?? HOME.name}
              save={async () => save()}
            >
              <Suspense fallback={<Reading />}>
                <Screen
                  view={view}
                  at={atParam()}
                  selected={selected}
                  onSelect={setSelected}
                  onRow={toTimeline}
                  onPlace={(to) => goWithin(caseId, to)}
                />
              </Suspense>
            </Boundary>
          )}
        </div>
      </div>
    </>
  );
}

function Reading() {
  return (
    <div className="page" role="status">
      <Loader size="sm" /> Reading the case …
    </div>
  );
}

/** A copy picked to be merged; a locked one is to be brought in under Cases, where its passphrase is asked for. */
async function openOther(file: File): Promise<CaseContent | null> {
  const found = await openCaseFile(file, null);
  if (found.kind === 'case') return found.content;
  notifications.show({
    color: 'red',
    title: `${file.name} was not opened`,
    message:
      found.kind === 'locked'
        ? 'It is locked with a passphrase: import it under Cases, where it is asked for.'
        : found.why,
    autoClose: false,
  });
  return null;
}
