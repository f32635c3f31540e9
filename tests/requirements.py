"""What careful entry needs, by number, and the tests that prove it: `test_requirements` reads this.

A test that proves a requirement names it, in its own text or at the top of its file: `U7`, standing
alone. `OPEN` says what of a number is not built yet, or not proved; it is told whenever the tests
run, and is empty at the end.
"""

from __future__ import annotations

NUMBERS = range(1, 40)

TABLE: dict[int, dict[str, tuple[str, ...]]] = {
    1: {
        "pages/test_entry_page.py": (
            "test_continuing_with_a_blank_names_the_line_and_zero_passes",
        ),
        "unit/workflow/test_entry.py": ("test_continue_with_a_blank_names_it_and_zero_passes",),
        "unit/counting/test_typed.py": (
            "test_digits_and_spaces_are_a_count_and_blank_is_not_zero",
        ),
    },
    2: {
        "pages/test_entry_page.py": ("test_what_is_no_figure_stays_as_it_was_typed",),
        "unit/counting/test_typed.py": (
            "test_digits_and_spaces_are_a_count_and_blank_is_not_zero",
            "test_anything_else_stays_as_it_was_typed",
            "test_no_text_is_swallowed",
        ),
    },
    3: {
        "pages/test_entry_page.py": (
            "test_moving_keys_never_change_a_figure",
            "test_the_wheel_never_changes_a_figure",
        ),
    },
    4: {
        "pages/test_entry_page.py": (
            "test_the_words_stand_beside_the_figure_while_it_is_typed",
            "test_nothing_is_said_against_a_figure_while_it_is_typed_or_left",
            "test_the_summary_has_the_focus_and_leads_to_the_field",
        ),
    },
    5: {
        "pages/test_findings_page.py": ("test_both_sides_stand_there_with_their_figures",),
        "unit/workflow/test_entry.py": (
            "test_no_figure_shows_before_every_count_of_the_stage_stands_twice",
        ),
    },
    6: {
        "pages/test_findings_page.py": (
            "test_an_account_wants_its_explanation",
            "test_arithmetic_is_counted_again_and_not_explained",
        ),
        "unit/workflow/test_findings.py": (
            "test_an_explanation_is_asked_again_when_a_figure_under_it_changes",
        ),
        "unit/rendering/test_layout.py": (
            "test_an_explained_difference_names_code_equation_figures_words_and_person",
        ),
    },
    7: {
        "pages/test_entry_page.py": (
            "test_the_first_figures_appear_nowhere_in_the_second_entry",
            "test_a_mismatch_says_only_to_look_at_the_paper",
        ),
        "pages/test_entry_presenter.py": (
            "test_in_the_second_entry_no_state_holds_a_first_figure",
        ),
        "unit/workflow/test_entry.py": (
            "test_the_second_entry_is_for_another_member_with_their_own_pin",
        ),
        "pages/test_tally_page.py": ("test_a_second_reading_shows_nothing_of_the_first",),
    },
    8: {
        "pages/test_entry_presenter.py": (
            "test_the_second_entry_blanks_what_differs_and_nothing_else",
        ),
        "unit/counting/test_comparison.py": (
            "test_only_the_places_that_differ_are_looked_at_again",
        ),
        "unit/workflow/test_entry.py": (
            "test_only_what_differs_is_blanked_and_two_looks_settle_it",
        ),
    },
    9: {
        "unit/workflow/test_findings.py": (
            "test_a_recount_closes_on_the_same_figure_twice_running",
            "test_two_equal_recounts_that_change_nothing_offer_the_recorded_variance",
        ),
        "pages/test_findings_page.py": (
            "test_two_equal_counts_offer_the_variance_with_a_second_member",
        ),
    },
    10: {
        "unit/counting/test_piles.py": (
            "test_bundles_and_rest_make_the_total",
            "test_a_rest_is_smaller_than_a_bundle",
        ),
        "pages/test_entry_page.py": (
            "test_candidates_can_be_counted_in_bundles",
            "test_a_rest_of_a_whole_bundle_is_named",
        ),
        "pages/test_tally_page.py": (
            "test_each_key_is_a_stroke_for_the_number_on_the_ballot_paper",
            "test_backspace_undoes_the_last_stroke",
            "test_in_a_pause_nobody_reads",
            "test_every_five_ballots_nobody_reads_on_before_three_have_compared",
        ),
        "pages/test_gates.py": ("test_every_fifth_lies_across_and_none_leaves_its_room",),
        "unit/workflow/test_reading_aloud.py": (
            "test_every_stroke_is_in_the_journal_with_its_place_and_number",
        ),
        "journeys/test_reading_killed.py": ("test_every_ballot_on_the_wall_is_there_after_a_kill",),
    },
    11: {
        "pages/test_as_on_paper.py": ("test_a_line_has_the_same_number_on_screen_and_on_paper",),
    },
    12: {
        "unit/workflow/test_entry.py": (
            "test_boxes_stay_closed_until_the_stage_before_is_finished",
        ),
        "pages/test_entry_page.py": ("test_a_finished_stage_opens_again_only_with_a_reason",),
        "pages/test_as_on_paper.py": ("test_box_after_box_is_opened_and_the_mobile_ones_first",),
    },
    13: {
        "pages/test_entry_page.py": ("test_the_words_stand_beside_the_figure_while_it_is_typed",),
        "unit/protocol/test_words.py": (
            "test_every_count_a_station_can_have_agrees_with_the_tables",
        ),
        "unit/rendering/test_pdf.py": ("test_every_figure_is_found_with_its_words_beside_it",),
    },
    14: {
        "pages/test_entry_page.py": (
            "test_enter_goes_to_the_next_field_and_on_the_last_continues",
            "test_down_on_the_last_field_does_nothing",
        ),
        "pages/test_main_window.py": ("test_back_returns_to_the_same_figures",),
        "journeys/test_whole_night.py": (
            "test_a_night_by_keyboard_alone_seals_the_figures_of_the_paper",
        ),
        "journeys/test_real_keyboard.py": (
            "test_a_night_by_a_real_keyboard_seals_the_figures_of_the_paper",
        ),
    },
    15: {
        "pages/test_every_page.py": (
            "test_every_page_can_be_read_and_worked",
            "test_what_is_wrong_with_a_page_is_seen",
        ),
        "pages/test_legibility.py": ("test_no_text_is_cut_on_any_page_of_the_night",),
        "pages/test_pseudo_locale.py": ("test_nothing_is_cut_in_a_language_twice_as_long",),
    },
    16: {
        "pages/test_every_page.py": (
            "test_every_page_can_be_read_and_worked",
            "test_what_is_wrong_with_a_page_is_seen",
        ),
        "pages/test_main_window.py": (
            "test_ctrl_plus_minus_and_zero_change_the_size_of_the_text",
            "test_f9_goes_through_the_palettes",
        ),
    },
    17: {
        "pages/test_every_page.py": (
            "test_every_page_can_be_read_and_worked",
            "test_what_is_wrong_with_a_page_is_seen",
        ),
        "pages/test_announcements.py": ("test_problems_are_said_at_once_to_who_cannot_see_them",),
    },
    18: {
        "i18n/test_messages.py": (
            "test_a_message_has_at_most_two_sentences",
            "test_no_message_begs_or_blames",
            "test_nothing_in_the_window_is_unfinished",
            "test_every_sentence_in_the_code_is_in_the_catalogues",
        ),
        "i18n/test_catalogues.py": (
            "test_every_language_says_the_same_things",
            "test_the_face_has_a_glyph_for_every_letter_that_is_shipped",
        ),
    },
    19: {
        "pages/test_entry_page.py": ("test_the_language_changes_without_losing_text_or_focus",),
        "journeys/test_whole_night.py": (
            "test_a_night_by_keyboard_alone_seals_the_figures_of_the_paper",
        ),
        "unit/rendering/test_layout.py": (
            "test_another_language_than_the_official_one_is_a_translation",
        ),
    },
    20: {
        "pages/test_exercise.py": (
            "test_it_is_at_most_five_screens_and_says_how_many",
            "test_whoever_skips_it_is_not_asked_again_and_may_come_back",
        ),
        "unit/rendering/test_morning.py": (
            "test_the_key_sheet_is_one_page_with_every_key_of_the_window",
        ),
    },
    21: {
        "pages/test_entry_page.py": ("test_a_figure_is_kept_before_the_next_field_has_the_focus",),
        "storage/test_journal.py": ("test_a_figure_is_on_disk_when_append_returns",),
        "storage/test_kill.py": ("test_nothing_acknowledged_is_lost_in_a_night_of_kills",),
        "journeys/test_kill_anywhere.py": ("test_a_night_goes_on_after_a_death_at_every_step",),
        "unit/workflow/test_resume.py": ("test_the_program_goes_on_at_the_field_where_it_stopped",),
    },
    22: {
        "pages/test_undo.py": (
            "test_ctrl_z_goes_back_figure_by_figure_to_the_field_that_changes",
            "test_ctrl_y_writes_them_again",
            "test_undo_shows_no_figure_of_the_first_entry",
        ),
        "unit/workflow/test_taking_back.py": (
            "test_the_journal_keeps_old_and_new_and_who_and_when",
            "test_a_closed_sheet_is_opened_again_and_not_taken_back",
        ),
    },
    23: {
        "pages/test_main_window.py": ("test_save_and_stop_asks_why_once_boxes_are_open",),
        "pages/test_entry_page.py": ("test_escape_leaves_neither_page_nor_figure",),
        "unit/workflow/test_resume.py": ("test_a_pause_stands_in_the_night_with_its_reason",),
        "unit/workflow/test_pauses.py": (
            "test_only_a_long_pause_prints",
            "test_what_was_announced_prints_with_its_reason_and_guard",
            "test_what_nobody_announced_says_so_and_the_journal_holds",
        ),
    },
    24: {
        "pages/test_snapshots.py": (
            "test_a_closed_stage_writes_a_snapshot_by_itself",
            "test_one_button_writes_reads_back_and_says_when_the_stick_may_be_taken_out",
            "test_a_full_stick_is_told_and_keeps_the_older_snapshot_whole",
            "test_a_stick_that_is_gone_is_told_and_the_night_goes_on",
            "test_a_stick_with_its_lock_on_is_told",
            "test_another_laptop_goes_on_where_the_snapshot_ends",
            "test_the_old_laptop_notices_that_another_one_goes_on",
        ),
        "pages/test_faults.py": (
            "test_u24_a_disk_that_fills_up_while_typing_is_told_and_the_figure_waits",
        ),
        "unit/workflow/test_snapshots.py": (
            "test_two_laptops_that_go_on_from_one_snapshot_tell_each_other_apart",
        ),
    },
    25: {
        "pages/test_faults.py": (
            "test_u25_after_an_exception_nobody_caught_the_figure_is_safe_and_the_app_usable",
        ),
    },
    26: {
        "unit/device/test_instance.py": (
            "test_a_second_program_is_refused_until_the_first_is_dead",
        ),
        "pages/test_start_page.py": ("test_a_second_window_on_the_same_data_is_refused",),
        "attacks/test_clock.py": (
            "test_a_turned_clock_stops_entry_and_signing_until_two_confirm_again",
        ),
        "pages/test_faults.py": (
            "test_u26_a_second_instance_on_the_same_data_is_refused_with_an_explanation",
            "test_u26_a_clock_behind_the_last_entry_is_told_in_practice_too",
            "test_u26_a_clock_that_is_turned_during_the_night_is_told",
        ),
    },
    27: {
        "unit/workflow/test_sealing.py": (
            "test_after_freezing_nothing_under_the_signatures_is_edited",
        ),
        "pages/test_draft_page.py": (
            "test_everything_is_listed_with_a_link_to_change_each_section",
            "test_nothing_can_be_changed_once_the_protocol_is_closed_for_signing",
        ),
    },
    28: {
        "unit/workflow/test_sealing.py": ("test_a_refusal_is_recorded_and_the_others_sign",),
        "pages/test_stances_page.py": (
            "test_too_few_hands_are_told_in_a_sentence",
            "test_signing_on_paper_without_a_key_is_enough",
        ),
        "unit/rendering/test_layout.py": (
            "test_a_draft_has_no_place_to_sign_and_no_digest",
            "test_each_member_has_a_box_and_only_who_signs_has_a_line_for_it",
        ),
    },
    29: {
        "unit/rendering/test_layout.py": (
            "test_what_stands_across_the_page",
            "test_practice_is_said_in_three_languages_in_the_head_of_every_page",
        ),
        "unit/rendering/test_pdf.py": (
            "test_a_draft_and_a_practice_print_say_what_they_are_on_every_page",
        ),
    },
    30: {
        "unit/rendering/test_pdf.py": (
            "test_every_figure_is_found_with_its_words_beside_it",
            "test_the_same_value_gives_the_same_bytes_and_another_value_others",
            "test_every_font_is_embedded",
            "test_all_codes_are_read_by_two_decoders_from_a_raster_of_150_dpi",
        ),
        "unit/rendering/test_layout.py": (
            "test_each_foot_says_digest_page_and_what_a_code_proves",
            "test_a_replacement_names_the_record_it_replaces_and_a_copy_its_number",
        ),
    },
    31: {
        "pages/test_copies_page.py": ("test_each_copy_has_its_number_and_its_receiver",),
        "pages/test_slip_page.py": ("test_without_a_printer_there_is_a_way_on",),
        "unit/rendering/test_pdf.py": ("test_nothing_is_darker_than_a_tenth_behind_text",),
        "pages/test_printing.py": (
            "test_the_printed_page_is_the_saved_one_and_its_codes_are_read",
            "test_a_printer_without_paper_stops_the_job",
            "test_a_run_can_be_stopped_between_two_pages",
            "test_a_virtual_printer_and_none_at_all_are_told",
            "test_several_copies_are_numbered_registered_and_printed",
            "test_stop_keeps_what_was_registered",
            "test_when_paper_runs_out_the_last_copy_is_printed_again",
        ),
    },
    32: {
        "unit/rendering/test_morning.py": (
            "test_the_pack_has_forms_tally_sheets_acts_and_keys_for_each_contest",
            "test_no_figure_of_the_package_stands_on_any_paper",
        ),
        "unit/cli/test_package_papers.py": ("test_the_papers_are_saved_and_named",),
    },
    33: {
        "pages/test_ready_page.py": ("test_everything_is_shown_saved_and_left",),
        "unit/workflow/test_ready.py": (
            "test_a_practice_laptop_wants_a_look_at_its_package_alone",
            "test_what_is_not_in_order_is_named",
            "test_the_report_says_everything_on_one_page",
        ),
        "unit/cli/test_ready.py": ("test_topics_are_told_with_what_to_do",),
    },
    34: {
        "unit/cli/test_main.py": (
            "test_help_imports_neither_qt_nor_sql",
            "test_what_a_command_returns_is_the_exit_code",
            "test_no_color_is_obeyed",
        ),
        "unit/cli/test_check.py": ("test_json_is_one_object_a_line_and_exactly_as_documented",),
        "unit/cli/test_bad_input.py": ("test_bad_input_gets_a_sentence_and_leaves_no_trace",),
        "unit/cli/test_authority.py": ("test_passphrases_never_stand_among_the_arguments",),
        "unit/cli/test_enrol.py": ("test_a_pin_is_typed_twice_and_never_shown",),
        "unit/cli/test_manual.py": (
            "test_the_manual_names_every_command_and_every_option",
            "test_everything_lies_where_man_and_shells_look",
            "test_no_secret_is_ever_an_argument",
        ),
    },
    35: {
        "unit/device/test_data_folder.py": ("test_a_chosen_folder_is_made_for_this_user_alone",),
        "pages/test_tally_page.py": ("test_the_whole_screen_is_there_for_a_projector_and_back",),
        "pages/test_progress_window.py": (
            "test_f10_shows_the_steps_and_takes_no_key_from_the_work",
            "test_no_figure_of_the_night_is_in_it",
            "test_it_follows_the_night_with_the_time_of_what_is_done",
            "test_f11_takes_the_whole_screen_on_a_page_of_the_night",
            "test_f11_takes_the_whole_screen_before_a_night_is_open",
        ),
    },
    36: {
        "pages/test_about_page.py": (
            "test_versions_and_licences_are_shown_and_copied",
            "test_the_first_page_leads_there_and_back",
            "test_from_within_a_night_it_leads_back_to_where_the_work_was",
            "test_the_log_is_shown_and_saved_to_papers_and_stick",
            "test_no_secret_that_was_typed_stands_in_the_log",
            "test_a_long_log_is_shown_from_its_end_and_saved_whole",
        ),
        "unit/device/test_software.py": ("test_every_licence_beneath_has_a_name",),
    },
    37: {
        "pages/test_transcribe_page.py": (
            "test_a_line_is_done_before_the_next_one_is_shown",
            "test_a_spoilt_booklet_is_kept_by_its_number_with_the_reason",
        ),
        "pages/test_readback_page.py": (
            "test_no_figure_of_the_draft_is_anywhere",
            "test_a_difference_says_only_to_look_at_the_booklet",
            "test_a_spoilt_booklet_leads_back_to_a_new_one",
        ),
        "unit/verification/test_station_papers.py": (
            "test_doubtful_ballots_and_spoilt_booklets_print_as_acts_and_verify",
        ),
    },
    38: {
        "architecture/test_no_network.py": (
            "test_no_line_asks_for_the_network",
            "test_a_whole_night_opens_no_connection",
            "test_a_connection_would_be_noticed",
        ),
        "journeys/test_real_keyboard.py": (
            "test_a_night_by_a_real_keyboard_seals_the_figures_of_the_paper",
        ),
    },
    39: {
        "architecture/test_no_sound.py": (
            "test_no_line_makes_a_sound",
            "test_a_sound_is_recognised",
        ),
    },
}
"""Files from `tests/` down, and their tests."""

OPEN: dict[int, str] = {}
"""What is missing of a number, whether or not some of it has tests."""
