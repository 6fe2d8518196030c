import { useLingui } from '@lingui/react/macro'
import { ChevronDown } from 'lucide-react'
import { Button as RacButton } from 'react-aria-components/Button'
import type { RecipientView } from '#contract/recipient.ts'
import { Menu, MenuItem } from '../kit/menu.tsx'
import { LineMark } from '../line/line-mark.tsx'
import { useMe } from '../session/session.ts'

type Line = RecipientView['line']
type Props = { readonly line: Line; readonly onChoose: (lineId: string) => void }

/** Which of our numbers writes, with the reason; another can be chosen. */
export function LineChoice({ line, onChoose }: Props) {
  const { t } = useLingui()
  const { lines } = useMe()
  const why = useReason()(line)
  const chosen = lines.find(({ id }) => id === line?.id)
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1">
      <Menu
        label={t`Nuestro número`}
        placement="bottom start"
        trigger={
          <RacButton
            data-testid="outreach-line"
            isDisabled={lines.length < 2}
            autoFocus={line === null}
            aria-label={chosen ? t`Nuestro número: ${chosen.name}` : t`Elegir nuestro número`}
            className="flex h-8 min-w-0 items-center gap-2 rounded-md border border-control px-2.5 text-sm font-medium enabled:hover:bg-hover disabled:border-border max-md:h-11"
          >
            {chosen && <LineMark line={chosen} />}
            <span className="truncate">{chosen?.name ?? t`Elegir número`}</span>
            {chosen && <span className="text-xs font-normal text-text-2 tabular">{chosen.address}</span>}
            {lines.length > 1 && <ChevronDown size={14} className="text-text-3" aria-hidden />}
          </RacButton>
        }
      >
        {lines.map((each) => (
          <MenuItem
            key={each.id}
            text={each.name}
            icon={<LineMark line={each} />}
            checked={each.id === line?.id}
            onAction={() => onChoose(each.id)}
          >
            <span className="flex items-center justify-between gap-6">
              <span className="truncate">{each.name}</span>
              <span className="text-xs text-text-3 tabular">{each.address}</span>
            </span>
          </MenuItem>
        ))}
      </Menu>
      <span className="text-xs text-text-2" data-testid="outreach-line-reason">
        {why}
      </span>
    </div>
  )
}

function useReason(): (line: Line) => string {
  const { t } = useLingui()
  return (line) => {
    switch (line?.because) {
      case 'only':
        return t`Es el único número que puede enviar.`
      case 'wrote-to':
        return t`A este número escribió la última vez.`
      case 'country':
        return t`Es el número para su país.`
      case 'default':
        return t`Es el número predeterminado.`
      case 'named':
        return t`Lo eligió usted.`
      case undefined:
        return t`Hay varios números y ninguno es el predeterminado: elija desde cuál escribir.`
    }
  }
}
