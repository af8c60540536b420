import { useId } from 'preact/hooks';
import type { Choice } from '../../contract/choice.js';
import { choiceSections } from '../../contract/choices.js';
import type { Settings } from '../../contract/settings.js';
import type { SettingsSection } from '../../contract/words/settings-words.js';
import type { Headsets } from '../models/headsets.js';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';
import { Tabs } from '../ui/tabs.js';
import { ChoicesSection } from './choices-section.js';
import { HeadsetSection } from './headset-section.js';
import { type HotkeyList, HotkeysSection } from './hotkeys-section.js';
import { type LinkOwnerList, LinksSection } from './links-section.js';
import { useScreen } from './screen-context.js';

/** In the order of the page. */
const sections: readonly SettingsSection[] = [...choiceSections, 'headset', 'hotkeys'];

export interface SettingsViewProps {
  readonly section: SettingsSection;
  readonly settings: Settings;
  readonly hotkeys: HotkeyList;
  readonly headsets: Headsets;
  readonly links: LinkOwnerList;
  readonly choose: (choice: Choice) => void;
  readonly onSection: (section: SettingsSection) => void;
  readonly onClose: () => void;
}

/** What the agent may set, one part at a time. */
export function SettingsView(props: SettingsViewProps) {
  const { section, settings, hotkeys, headsets, links, choose, onSection, onClose } = props;
  const { settings: words } = useScreen().words;
  const id = useId();
  return (
    <Dialog role="dialog" look="settings-dialog" title={words.title} advice={words.advice} onEscape={onClose}>
      <Tabs
        label={words.title}
        tabs={sections.map((each) => ({ id: each, label: words.sections[each] }))}
        chosen={section}
        onChoose={onSection}
        controls={id}
      />
      <div class="settings-section" id={id} role="tabpanel" aria-label={words.sections[section]}>
        {section === 'hotkeys' && <HotkeysSection {...hotkeys} />}
        {section === 'headset' && <HeadsetSection {...headsets} />}
        {section !== 'hotkeys' && section !== 'headset' && (
          <ChoicesSection section={section} settings={settings} choose={choose} />
        )}
        {section === 'links' && <LinksSection {...links} />}
      </div>
      <div class="row">
        <Button label={words.close} look="primary" onPress={onClose} />
      </div>
    </Dialog>
  );
}
