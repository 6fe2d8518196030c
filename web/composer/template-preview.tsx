import { Trans } from '@lingui/react/macro'
import type { FilledTemplate } from '#core/template/template.ts'
import { FormattedText } from '../thread/formatted-text.tsx'
import { TemplateButtons } from '../thread/template-bubble.tsx'
import { withHoles } from './field-place.ts'

type Props = { readonly rendered: FilledTemplate['rendered']; readonly to: string }

/** The template on the customer's telephone, changing with every key. */
export function TemplatePreview({ rendered, to }: Props) {
  return (
    <figure className="w-64 shrink-0 max-[1100px]:order-first max-[1100px]:w-full" aria-live="off">
      <div className="max-h-72 overflow-y-auto rounded-xl border border-border thread-ground p-2.5 max-[1100px]:max-h-44">
        <div className="overflow-hidden rounded-xl rounded-tl-xs bg-bubble-in text-sm text-text shadow-1 [--bubble-out-line:var(--border)]">
          <div className="px-2.5 py-2">
            {rendered.header && <p className="pb-0.5 font-semibold">{withHoles(rendered.header)}</p>}
            <FormattedText text={withHoles(rendered.body)} />
            {rendered.footer && <p className="pt-1 text-xs text-text-3">{rendered.footer}</p>}
          </div>
          <TemplateButtons buttons={rendered.buttons} />
        </div>
      </div>
      <figcaption className="pt-1.5 text-center text-2xs text-text-3">
        <Trans>Así lo verá {to}</Trans>
      </figcaption>
    </figure>
  )
}
