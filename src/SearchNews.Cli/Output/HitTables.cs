using System.Globalization;
using SearchNews.Search.Responses;
using Spectre.Console;

namespace SearchNews.Cli.Output;

/// <summary>Prints hits for people: a numbered list that fits any width.</summary>
internal static class HitTables
{
    private static readonly Dictionary<string, IReadOnlyList<FacetValue>> NoFacets = new(StringComparer.Ordinal);

    public static void Write(CommandContext context, SearchResponse response)
    {
        foreach (string warning in response.Meta.Warnings) context.Say($"note: {warning}");
        if (response.Meta.Query?.Corrected is { } corrected) context.Say($"note: Also searched for: {Plain(corrected)}");
        else if (response.DidYouMean is { } better) context.Say($"note: Did you mean: {Plain(better)}");
        if (response.Meta.Relaxed) context.Say("note: Few articles have all the words; those with any of them are listed too.");
        int number = (response.Page - 1) * response.Size;
        foreach (SearchHit hit in response.Hits)
        {
            WriteHit(context.Terminal, ++number, hit, hit.Score);
            if (hit.Explain is { } explanation) ExplanationTables.Write(context.Terminal, explanation);
        }

        string stories = response.Total.Stories is { } count ? string.Create(CultureInfo.InvariantCulture, $"{count} stories, ") : "";
        foreach ((string field, IReadOnlyList<FacetValue> values) in response.Facets ?? NoFacets)
            context.Output.WriteLine($"{field}: {string.Join(", ", values.Select(value => string.Create(CultureInfo.InvariantCulture, $"{Plain(value.Value)} {value.Count}")))}");
        context.Say(string.Create(CultureInfo.InvariantCulture, $"{(response.Total.Exact ? "" : "more than ")}{stories}{response.Total.Articles} articles, page {response.Page}, {response.Meta.Took:0.0} ms, generation {response.Meta.Generation}"));
    }

    public static void Write(CommandContext context, SimilarResponse response)
    {
        WriteHits(context, response.Hits);
        WriteEnd(context, response.Hits, response.Meta);
    }

    public static void Write(CommandContext context, DraftResponse response)
    {
        if (response.NearDuplicates.Count > 0)
        {
            context.Say("These tell the same already:");
            WriteHits(context, response.NearDuplicates);
            if (response.Hits.Count > 0) context.Say("Similar:");
        }

        WriteHits(context, response.Hits);
        WriteEnd(context, response.Hits, response.Meta);
    }

    private static void WriteHits(CommandContext context, IEnumerable<SimilarHit> hits)
    {
        int number = 0;
        foreach (SimilarHit hit in hits)
        {
            WriteHit(context.Terminal, ++number, hit, hit.Score);
            if (hit.Why.Count > 0) context.Terminal.MarkupLineInterpolated($"   [grey]shares {string.Join(", ", hit.Why)}[/]");
        }
    }

    private static void WriteEnd(CommandContext context, IReadOnlyList<SimilarHit> hits, ResponseMeta meta)
    {
        if (hits.Count == 0) context.Say("No similar articles.");
        context.Say(string.Create(CultureInfo.InvariantCulture, $"{meta.Took:0.0} ms, generation {meta.Generation}"));
    }

    private static void WriteHit(IAnsiConsole terminal, int number, ArticleResponse hit, float? score)
    {
        string title = Plain(hit.Title ?? hit.Excerpt ?? hit.Id);
        terminal.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"{number,2}. [bold]{title}[/]");
        string date = hit.PublishedDateTime?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "no date";
        string scored = score is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{score:0.000}  ");
        terminal.MarkupLineInterpolated($"    [grey]{scored}{date}  {Plain(hit.Provider?.Domain ?? "")}  {Plain(hit.Id)}[/]");
        if (hit.Story is { } story)
            terminal.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"    [grey]story of {story.Size}: {Plain(string.Join(", ", story.Providers))}[/]");
    }

    /// <summary>Control characters of an article must not reach a terminal.</summary>
    private static string Plain(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
}
