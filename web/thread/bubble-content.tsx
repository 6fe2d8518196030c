import { CornerDownRight } from 'lucide-react'
import { unreachable } from '#base/result.ts'
import type { Message } from '#core/message/message.ts'
import { withWords } from '../i18n/i18n.ts'
import { later } from '../kit/later.tsx'
import { ContactCards, LocationCard } from './cards.tsx'
import { DocumentCard } from './document-parts.tsx'
import { FormattedText } from './formatted-text.tsx'
import { InteractiveBubble } from './interactive-bubble.tsx'
import { Meta } from './meta.tsx'
import { Picture, StickerView } from './picture.tsx'
import { Placeholder } from './placeholder.tsx'
import { TemplateBubble } from './template-bubble.tsx'
import { VoicePlayer } from './voice-player.tsx'

const FormReply = later(
  withWords(() => import('./form-reply.tsx')),
  <div className="h-40 w-70" />,
)
const OrderCard = later(
  withWords(() => import('./order-card.tsx')),
  <div className="h-25 w-75" />,
)
const CallAnswer = later(
  withWords(() => import('./call-answer.tsx')),
  <div className="h-13 w-70" />,
)
const Untold = later(() => import('./untold.tsx'), <div className="h-15 w-70" />)

/** What was said, in the shape it was said in. */
export function BubbleContent({ message }: { readonly message: Message }) {
  const { content } = message
  switch (content.kind) {
    case 'text':
      return isOnlyEmoji(content.text) ? (
        <p className="px-2.25 py-1.5">
          <span className="text-[34px] leading-11">{content.text}</span>
          <Meta message={message} float />
        </p>
      ) : (
        <TextBody message={message} text={content.text} />
      )
    case 'image':
    case 'video':
      return (
        // The words below it are as wide as it is, as on a telephone.
        <div className="w-76.5 max-w-full">
          <Picture message={message} content={content} />
          {content.caption && <TextBody message={message} text={content.caption} />}
        </div>
      )
    case 'audio':
      return <VoicePlayer message={message} media={content.media} voice={content.voice} />
    case 'document':
      return (
        <div className="w-77 max-w-full">
          <DocumentCard message={message} media={content.media} alone={!content.caption} />
          {content.caption && <TextBody message={message} text={content.caption} />}
        </div>
      )
    case 'sticker':
      return <StickerView message={message} content={content} />
    case 'location':
      return <LocationCard message={message} content={content} />
    case 'contacts':
      return <ContactCards message={message} content={content} />
    case 'buttons':
    case 'list':
    case 'link':
    case 'location-request':
    case 'contact-request':
    case 'call-request':
    case 'call-button':
    case 'address-request':
    case 'product':
    case 'products':
    case 'catalogue':
    case 'carousel':
    case 'form':
    case 'order-details':
    case 'order-status':
      return <InteractiveBubble message={message} content={content} />
    case 'template':
      return <TemplateBubble message={message} template={content.template} />
    case 'template-reply':
      return <Choice message={message} title={content.text} />
    case 'button-reply':
      return <Choice message={message} title={content.title} />
    case 'list-reply':
      return <Choice message={message} title={content.title} description={content.description} />
    case 'form-reply':
      return <FormReply message={message} content={content} />
    case 'call-answer':
      return <CallAnswer message={message} content={content} />
    case 'order':
      return <OrderCard message={message} content={content} />
    case 'placeholder':
      return <Placeholder message={message} />
    case 'unsupported':
      return <Untold message={message} type={content.what} details={content.details} />
    case 'unknown':
      return <Untold message={message} type={content.type} raw={content.raw} />
    case 'reaction':
    case 'edit':
    case 'revoke':
    case 'system':
    case 'call':
    case 'payment':
    case 'welcome':
    case 'handover':
    case 'group-event':
      return null
    default:
      return unreachable(content)
  }
}

export function TextBody({ message, text }: { readonly message: Message; readonly text: string }) {
  return (
    <div className="px-2.25 py-1.5">
      <FormattedText text={text} end={<Meta message={message} float />} />
    </div>
  )
}

type ChoiceProps = { readonly message: Message; readonly title: string; readonly description?: string | null }

/** What the contact chose instead of writing. */
function Choice({ message, title, description }: ChoiceProps) {
  return (
    <div className="px-2.25 py-1.5">
      <p>
        <CornerDownRight size={14} className="mr-1.5 inline -translate-y-px text-accent" aria-hidden />
        <span className="font-medium">{title}</span>
        {!description && <Meta message={message} float />}
      </p>
      {description && (
        <p className="text-sm text-text-2">
          {description}
          <Meta message={message} float />
        </p>
      )}
    </div>
  )
}

/** One to three emoji and nothing else are shown large. */
const isOnlyEmoji = (text: string): boolean => text.length <= 40 && /^\s*(?:\p{RGI_Emoji}\s*){1,3}$/v.test(text)
