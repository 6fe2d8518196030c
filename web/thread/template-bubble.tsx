import { Trans } from '@lingui/react/macro'
import { Copy, ExternalLink, Phone, Reply } from 'lucide-react'
import type { Message } from '#core/message/message.ts'
import type { FilledTemplate, TemplateButton } from '#core/template/template.ts'
import { ActionRow } from './action-row.tsx'
import { FormattedText } from './formatted-text.tsx'
import { Meta } from './meta.tsx'

type Props = { readonly message: Message; readonly template: FilledTemplate }

export function TemplateBubble({ message, template }: Props) {
  const { header, body, footer, buttons } = template.rendered
  return (
    <div className="min-w-60">
      <div className="px-2.5 pt-1.5 pb-1">
        {header && <p className="pb-0.5 font-semibold">{header}</p>}
        <FormattedText text={body} />
        <p className="mt-1 flex items-center justify-between gap-4 text-xs text-bubble-out-meta">
          <span className="truncate" title={`${template.name} · ${template.language}`}>
            {footer ? `${footer} · ` : ''}
            <Trans>plantilla</Trans>
          </span>
          <Meta message={message} />
        </p>
      </div>
      <TemplateButtons buttons={buttons} />
    </div>
  )
}

export function TemplateButtons({ buttons }: { readonly buttons: readonly TemplateButton[] }) {
  return buttons.map((button, index) => (
    <ActionRow key={index} icon={iconOf(button.kind)}>
      {button.text}
    </ActionRow>
  ))
}

function iconOf(kind: string) {
  switch (kind) {
    case 'URL':
      return <ExternalLink size={14} aria-hidden />
    case 'PHONE_NUMBER':
      return <Phone size={14} aria-hidden />
    case 'COPY_CODE':
      return <Copy size={14} aria-hidden />
    default:
      return <Reply size={14} aria-hidden />
  }
}
