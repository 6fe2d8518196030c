import { useLingui } from '@lingui/react/macro'
import { cx } from '../kit/cx.ts'
import { errorsIn, useBuilder } from './builder.ts'

export type Pane = 'form' | 'findings' | 'preview'
type SwitchProps = { readonly pane: Pane; readonly panes: readonly Pane[]; readonly onPane: (pane: Pane) => void }

/** Which column is on the screen, where they do not all fit. */
export function PaneSwitch({ pane, panes, onPane }: SwitchProps) {
  const { t } = useLingui()
  const errors = useBuilder((state) => errorsIn(state).length)
  const names = { form: t`Escribir`, findings: t`Hallazgos`, preview: t`Vista previa` }
  return (
    <div
      role="group"
      aria-label={t`Columna`}
      className="flex h-13 shrink-0 items-stretch border-t border-b border-border bg-canvas"
    >
      {panes.map((each) => (
        <button
          key={each}
          type="button"
          aria-pressed={each === pane}
          data-testid={`pane-${each}`}
          onClick={() => onPane(each)}
          className={cx(
            'flex flex-1 items-center justify-center gap-1.5 border-b-2 text-sm font-medium focus-visible:-outline-offset-2',
            each === pane ? 'border-accent text-accent' : 'border-transparent text-text-2',
          )}
        >
          {names[each]}
          {each === 'findings' && errors > 0 && (
            <span className="flex h-4.5 min-w-4.5 items-center justify-center rounded-full bg-danger-soft px-1 text-2xs font-bold text-danger tabular">
              {errors}
            </span>
          )}
        </button>
      ))}
    </div>
  )
}
