/**
 * Run by electron-builder after it has packed (electron-builder.yml): puts the desktop entry that installers for Linux carry
 * beside an unpacked app, so that it can be installed, and tested, without one.
 *
 * @param {import('electron-builder').AfterPackContext} context
 */
export async function afterPack({ packager, appOutDir, electronPlatformName }) {
  if (electronPlatformName !== 'linux') return;
  const { LinuxTargetHelper } = await import('app-builder-lib/out/targets/LinuxTargetHelper.js');
  const helper = new LinuxTargetHelper(/** @type {import('app-builder-lib').LinuxPackager} */ (packager));
  const path = `${appOutDir}/${helper.getDesktopFileName()}.desktop`;
  await helper.writeDesktopEntry(packager.platformSpecificBuildOptions, undefined, path);
}
