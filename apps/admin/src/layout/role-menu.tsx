import { Divider, ListSubheader } from '@mui/material';
import { Fragment } from 'react';
import { Menu, useBasename, useSidebarState, useTranslate } from 'react-admin';
import { icons } from './icons.js';
import { useEvent } from './event-context.js';
import { menuFor } from './menu.js';

/** The places of this event where the person has something to do, by group. */
export function RoleMenu() {
  const t = useTranslate();
  const [open] = useSidebarState();
  const { roles, me } = useEvent();
  const base = useBasename();
  return (
    <Menu component="div">
      <Menu.DashboardItem primaryText="menu.dashboard" />
      {menuFor({ roles, isAdmin: me.isAdmin }).map((group) => (
        <Fragment key={group.name}>
          {open ? (
            <ListSubheader component="div" disableSticky sx={{ lineHeight: '32px', bgcolor: 'transparent', color: 'text.secondary' }}>
              {t(`menu.groups.${group.name}`)}
            </ListSubheader>
          ) : (
            <Divider />
          )}
          {group.entries.map(({ name, to }) => (
            <Menu.Item key={name} to={`${base}${to}`} primaryText={`menu.${name}`} leftIcon={icons[name]} />
          ))}
        </Fragment>
      ))}
    </Menu>
  );
}
