-- The planner keeps samples of what stands in a column, and keeps them when the rows have gone. Nothing is found by what
-- stands in these, or by all of it at once: it needs no sample of a code or of what somebody wrote.
alter table referral alter column code set statistics 0;
--> statement-breakpoint
alter table referral_matter alter column situations set statistics 0, alter column answers set statistics 0;
--> statement-breakpoint
alter table message alter column body set statistics 0;
--> statement-breakpoint
alter table resident_mark alter column mark set statistics 0;
--> statement-breakpoint
alter table draft alter column coded set statistics 0, alter column note set statistics 0;
--> statement-breakpoint
alter table intent alter column answer set statistics 0;
--> statement-breakpoint
alter table meeting_item alter column title set statistics 0;
--> statement-breakpoint
alter table decision alter column text set statistics 0;
