import type { ComponentChildren } from 'preact';

interface Props {
  readonly kind: 'problem' | 'good';
  readonly children: ComponentChildren;
  readonly action?: { readonly label: string; readonly run: () => void };
}

/** A message across the page. Problems interrupt a screen reader; good news waits its turn. */
export function Banner({ kind, children, action }: Props) {
  return (
    <div class={`banner is-${kind}`} role={kind === 'problem' ? 'alert' : 'status'} data-testid="banner">
      <p>{children}</p>
      {action && (
        <button type="button" class="button-quiet" onClick={action.run}>
          {action.label}
        </button>
      )}
    </div>
  );
}
