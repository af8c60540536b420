import {
  Check,
  CircleUserRound,
  Copy,
  Grid3x3,
  Headphones,
  Inbox,
  ListTodo,
  LoaderCircle,
  Mail,
  MessageSquare,
  Mic,
  MicOff,
  PanelLeftClose,
  PanelLeftOpen,
  Pause,
  Phone,
  PhoneCall,
  PhoneIncoming,
  PhoneMissed,
  PhoneOff,
  PhoneOutgoing,
  Play,
  Shield,
  ShieldAlert,
  ShieldCheck,
  TriangleAlert,
  Wifi,
  WifiHigh,
  WifiOff,
  X,
} from 'lucide';
import { h } from 'preact';

const ICONS = {
  account: CircleUserRound,
  answer: PhoneCall,
  call: Phone,
  callback: PhoneIncoming,
  chat: MessageSquare,
  check: Check,
  clear: Check,
  close: X,
  contact: Inbox,
  copy: Copy,
  decline: X,
  email: Mail,
  foldPanel: PanelLeftClose,
  halfProtected: ShieldAlert,
  hangUp: PhoneOff,
  headset: Headphones,
  hold: Pause,
  keypad: Grid3x3,
  missed: PhoneMissed,
  mute: Mic,
  offline: WifiOff,
  online: Wifi,
  outbound: PhoneOutgoing,
  protected: ShieldCheck,
  resume: Play,
  task: ListTodo,
  unfoldPanel: PanelLeftOpen,
  unmute: MicOff,
  unprotected: Shield,
  wait: LoaderCircle,
  warning: TriangleAlert,
  weak: WifiHigh,
} as const;

export type IconName = keyof typeof ICONS;

/** A stroke icon, never the only carrier of a meaning: whoever shows it names it. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      {ICONS[name].map(([tag, attributes]) => h(tag, attributes))}
    </svg>
  );
}
