import {
  ArrowLeftRight,
  Check,
  CircleUserRound,
  Copy,
  Ear,
  Grid3x3,
  HeadphoneOff,
  Headphones,
  Inbox,
  ListTodo,
  LoaderCircle,
  LogOut,
  Mail,
  Maximize2,
  Merge,
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
  UserMinus,
  UserPlus,
  Users,
  Wifi,
  WifiHigh,
  WifiOff,
  X,
} from 'lucide';

const ICONS = {
  account: CircleUserRound,
  addParty: UserPlus,
  agentKind: CircleUserRound,
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
  dropParty: UserMinus,
  email: Mail,
  foldPanel: PanelLeftClose,
  halfProtected: ShieldAlert,
  hangUp: PhoneOff,
  headset: Headphones,
  headsetOff: HeadphoneOff,
  hold: Pause,
  join: Merge,
  keypad: Grid3x3,
  leave: LogOut,
  listen: Ear,
  missed: PhoneMissed,
  mute: Mic,
  offline: WifiOff,
  online: Wifi,
  outbound: PhoneOutgoing,
  protected: ShieldCheck,
  queueKind: Users,
  resume: Play,
  showPhone: Maximize2,
  swap: ArrowLeftRight,
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
  return <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" ref={drawerOf(name)} />;
}

type Drawer = (place: SVGSVGElement | null) => void;
const drawers = new Map<IconName, Drawer>();

/** One for each icon, so that an icon that stays is not drawn again. */
function drawerOf(name: IconName): Drawer {
  const known = drawers.get(name);
  if (known !== undefined) return known;
  const strokes = drawStrokes(name);
  const draw: Drawer = (place) => place?.replaceChildren(strokes.cloneNode(true));
  drawers.set(name, draw);
  return draw;
}

/** Drawn once and copied from then on: a list of many rows has as many icons. */
function drawStrokes(name: IconName): DocumentFragment {
  const strokes = document.createDocumentFragment();
  for (const [tag, attributes] of ICONS[name]) {
    const stroke = document.createElementNS('http://www.w3.org/2000/svg', tag);
    for (const [attribute, value] of Object.entries(attributes)) stroke.setAttribute(attribute, String(value));
    strokes.append(stroke);
  }
  return strokes;
}
