/** The pages stand in the menu, among what they are about; there is nothing below it. */
export default function SidebarPages() {
  return null;
}
