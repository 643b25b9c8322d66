import type { BoardPlan } from './board-plan.ts';
import { Said } from './said.tsx';
import type { Voice } from './voice.ts';

/** The line above a board: what it shows, and that today's changes may be missing. */
export function BoardHead({
  voice,
  plan: { head, pages },
  page,
  isLate,
}: {
  readonly voice: Voice;
  readonly plan: BoardPlan;
  readonly page: number;
  readonly isLate: boolean;
}) {
  if (!head) return null;
  const { words, figures } = voice;
  const { tag, text, strong = [], legend = [] } = head;
  return (
    <h2>
      <span>
        {tag && <span class="tag">{tag}</span>}
        <Said text={text} />
        {[...strong, isLate && words.missing].map((more) => (more ? [' · ', <b>{more}</b>] : null))}
      </span>
      {legend.map((mark) => (
        <span class={`legend ${mark}`}>{words[mark]}</span>
      ))}
      {pages > 1 && (
        <span class="ltr" data-turns>
          {figures(`${page + 1}/${pages}`)}
        </span>
      )}
    </h2>
  );
}
