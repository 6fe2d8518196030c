import { Plural, Trans, useLingui } from '@lingui/react/macro'
import type { MoveView } from '#contract/number-move.ts'

type Props = { readonly view: MoveView; readonly target: string; readonly onTarget: (wabaId: string) => void }

/** So many names are read; more are counted. */
const NAMED = 6

/** Where a number may go, what keeps it, and what it leaves behind. */
export function MoveTarget({ view: { targets, obstacles, missing }, target, onTarget }: Props) {
  const { t } = useLingui()
  const words = {
    pin: t`La verificación en dos pasos está activa: desactívela en el Administrador de WhatsApp, que es el único sitio donde se puede.`,
    name: t`Meta todavía no aprobó su nombre visible.`,
    state: t`No está registrado, o Meta no responde ahora.`,
    app: t`Se usa en la app WhatsApp Business del teléfono.`,
  }
  const names = [...new Set(missing.map(({ name }) => name))]
  return (
    <>
      {obstacles.length > 0 && (
        <ul role="alert" className="flex flex-col gap-1 rounded-md bg-warn-soft px-3.5 py-2.5 text-sm text-warn">
          {obstacles.map((obstacle) => (
            <li key={obstacle}>{words[obstacle]}</li>
          ))}
        </ul>
      )}
      <fieldset className="flex flex-col gap-1.5">
        <legend className="pb-1.5 text-sm font-semibold">
          <Trans>¿A qué cuenta?</Trans>
        </legend>
        {targets.map(({ wabaId, name, portfolioName }) => (
          <label
            key={wabaId}
            className="flex min-h-11 items-center gap-3 rounded-md border border-border px-3 py-2 text-sm has-checked:border-accent has-checked:bg-selected"
          >
            <input
              type="radio"
              name="move-target"
              checked={target === wabaId}
              onChange={() => onTarget(wabaId)}
              className="size-4 shrink-0 accent-accent"
            />
            <span className="min-w-0">
              <span className="block truncate font-medium">{name}</span>
              <span className="block truncate text-xs text-text-2">
                {portfolioName === null ? wabaId : t`Portafolio ${portfolioName}`}
              </span>
            </span>
          </label>
        ))}
      </fieldset>
      {target !== '' && names.length > 0 && (
        <div className="rounded-md bg-chip px-3.5 py-2.5 text-sm text-pretty text-text-2">
          <p>
            <Plural
              value={names.length}
              one="# plantilla no existe allí y no se mueve; cópiela antes de seguir:"
              many="# de plantillas no existen allí y no se mueven; cópielas antes de seguir:"
              other="# plantillas no existen allí y no se mueven; cópielas antes de seguir:"
            />
          </p>
          <p className="pt-1 font-mono text-xs break-words">
            {names.slice(0, NAMED).join(', ')}
            {names.length > NAMED && ` +${names.length - NAMED}`}
          </p>
        </div>
      )}
    </>
  )
}
