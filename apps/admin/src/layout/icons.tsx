import AccountBalance from '@mui/icons-material/AccountBalance';
import AutoStoriesOutlined from '@mui/icons-material/AutoStoriesOutlined';
import BalanceOutlined from '@mui/icons-material/BalanceOutlined';
import CampaignOutlined from '@mui/icons-material/CampaignOutlined';
import CardGiftcard from '@mui/icons-material/CardGiftcard';
import CompareArrows from '@mui/icons-material/CompareArrows';
import CreditCard from '@mui/icons-material/CreditCard';
import EventAvailable from '@mui/icons-material/EventAvailable';
import EventNoteOutlined from '@mui/icons-material/EventNoteOutlined';
import GppMaybeOutlined from '@mui/icons-material/GppMaybeOutlined';
import GroupsOutlined from '@mui/icons-material/GroupsOutlined';
import HandshakeOutlined from '@mui/icons-material/HandshakeOutlined';
import HistoryEdu from '@mui/icons-material/HistoryEdu';
import HowToVoteOutlined from '@mui/icons-material/HowToVoteOutlined';
import Inventory2Outlined from '@mui/icons-material/Inventory2Outlined';
import LightbulbOutlined from '@mui/icons-material/LightbulbOutlined';
import ManageAccountsOutlined from '@mui/icons-material/ManageAccountsOutlined';
import MenuBookOutlined from '@mui/icons-material/MenuBookOutlined';
import PaidOutlined from '@mui/icons-material/PaidOutlined';
import ReceiptLongOutlined from '@mui/icons-material/ReceiptLongOutlined';
import ScheduleOutlined from '@mui/icons-material/ScheduleOutlined';
import ShieldOutlined from '@mui/icons-material/ShieldOutlined';
import StackedBarChart from '@mui/icons-material/StackedBarChart';
import TimelineOutlined from '@mui/icons-material/TimelineOutlined';
import TopicOutlined from '@mui/icons-material/TopicOutlined';
import UndoOutlined from '@mui/icons-material/UndoOutlined';
import ViewKanbanOutlined from '@mui/icons-material/ViewKanbanOutlined';
import VolunteerActivismOutlined from '@mui/icons-material/VolunteerActivismOutlined';
import type { ReactElement } from 'react';

/** One picture for each place of the menu, beside its word. */
export const icons: Record<string, ReactElement> = {
  sparks: <LightbulbOutlined />,
  moderation: <ShieldOutlined />,
  'open-wall': <GppMaybeOutlined />,
  proposals: <TopicOutlined />,
  phases: <TimelineOutlined />,
  ballots: <HowToVoteOutlined />,
  campaigns: <CampaignOutlined />,
  pledges: <VolunteerActivismOutlined />,
  refunds: <UndoOutlined />,
  facts: <EventNoteOutlined />,
  payments: <CreditCard />,
  payouts: <PaidOutlined />,
  summary: <AutoStoriesOutlined />,
  'trial-balance': <BalanceOutlined />,
  budget: <StackedBarChart />,
  entries: <MenuBookOutlined />,
  statements: <AccountBalance />,
  reconcile: <CompareArrows />,
  expenses: <ReceiptLongOutlined />,
  packages: <Inventory2Outlined />,
  deals: <HandshakeOutlined />,
  gifts: <CardGiftcard />,
  boards: <ViewKanbanOutlined />,
  hours: <ScheduleOutlined />,
  shifts: <EventAvailable />,
  team: <GroupsOutlined />,
  audit: <HistoryEdu />,
  accounts: <ManageAccountsOutlined />,
};
