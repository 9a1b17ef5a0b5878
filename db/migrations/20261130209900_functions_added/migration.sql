DROP POLICY "function_name_begun" ON "function_name";--> statement-breakpoint
DROP POLICY "function_begun" ON "function";