import { Trans, useLingui } from '@lingui/react/macro'
import { MapPinOff } from 'lucide-react'
import { LinkButton } from '../kit/link-button.tsx'
import { Notice } from '../kit/notice.tsx'
import { useTitle } from '../kit/use-title.ts'

/** An address that leads nowhere says so, and leads on. */
export function NoPage() {
  const { t } = useLingui()
  useTitle(t`Aquí no hay nada`)
  return (
    <div className="flex-1 bg-canvas">
      <Notice
        icon={<MapPinOff size={20} aria-hidden />}
        title={<Trans>Aquí no hay nada</Trans>}
        action={
          <LinkButton to="/inbox" search={{}}>
            <Trans>Ir a la bandeja</Trans>
          </LinkButton>
        }
      >
        <Trans>Esta dirección no lleva a ninguna página. Quizá le falta un trozo.</Trans>
      </Notice>
    </div>
  )
}
