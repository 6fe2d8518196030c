import { Trans } from '@lingui/react/macro'
import { Button } from '../kit/button.tsx'
import { Part } from './part.tsx'

type Props = { readonly title: string; readonly onAgain: () => Promise<void> }

/** A part of the page that Meta did not answer for: it is not empty, it is not known. */
export const UnreadPart = ({ title, onAgain }: Props) => (
  <Part title={title}>
    <p className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 text-sm text-text-2">
      <Trans>Meta no lo muestra ahora; lo guardado allí sigue como estaba.</Trans>
      <Button size="sm" className="max-md:h-11" onPress={() => void onAgain()}>
        <Trans>Reintentar</Trans>
      </Button>
    </p>
  </Part>
)
