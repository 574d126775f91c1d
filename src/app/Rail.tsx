import { GROUPS } from '../ui/place';
import { PLACES } from './places';
import css from './rail.module.css';

/** All places of a case, each one click away: a narrow rail at the left, on a phone rows at the top. */
export function Rail({ caseId, place }: { caseId: string; place: string }) {
  const within = PLACES.find((p) => p.id === place)?.within ?? place;
  return (
    <nav className={css['rail']} aria-label="Places">
      {GROUPS.map(([id, name]) => (
        <div key={id} role="group" aria-label={name} className={css['group']}>
          <span className={css['name']} aria-hidden="true">
            {name}
          </span>
          {PLACES.filter((p) => p.group === id && !p.within).map((p) => (
            <a
              key={p.id}
              href={`#/case/${caseId}/${p.id}`}
              title={`${p.says} (g ${p.key})`}
              aria-current={p.id === within ? 'page' : undefined}
            >
              <p.icon size={17} stroke={1.6} />
              {p.name}
            </a>
          ))}
        </div>
      ))}
    </nav>
  );
}
