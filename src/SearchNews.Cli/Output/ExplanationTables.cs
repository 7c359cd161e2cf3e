using System.Globalization;
using SearchNews.Search.Responses;
using Spectre.Console;

namespace SearchNews.Cli.Output;

/// <summary>Prints an explanation for people.</summary>
internal static class ExplanationTables
{
    /// <summary>Sentence and parts, words where they were asked for, and the comparison if there is one.</summary>
    public static void Write(CommandContext context, ExplainResponse response)
    {
        Write(context.Terminal, response);
        if (response.Versus is { } versus)
        {
            context.Terminal.MarkupLineInterpolated($"[bold]{versus.Sentence}[/]");
            context.Terminal.Write(PartsTable(versus.Parts));
        }
    }

    /// <summary>Sentence and parts, and words where they were asked for.</summary>
    public static void Write(IAnsiConsole terminal, ScoreExplanation explanation)
    {
        terminal.MarkupLineInterpolated($"[bold]{explanation.Sentence}[/]");
        terminal.Write(PartsTable(explanation.Parts));
        if (explanation.Terms is { Count: > 0 } terms) terminal.Write(TermsTable(terms));
    }

    private static Table PartsTable(ScoreParts parts)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("part", "value", "share", "why");
        foreach ((string name, ScorePart part) in new[]
        {
            ("text", parts.Text), ("pairs", parts.Pairs), ("exact title", parts.ExactTitle), ("quality", parts.Quality), ("coverage", parts.Coverage), ("recency", parts.Recency),
        })
        {
            table.AddRow(name, Number(part.Value), part.Share.ToString("0%", CultureInfo.InvariantCulture), Markup.Escape(part.Why));
        }

        return table;
    }

    private static Table TermsTable(IReadOnlyList<TermExplanation> terms)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("word", "field", "tf", "docFreq", "idf", "length", "value");
        foreach (TermExplanation term in terms)
        {
            table.AddRow(Markup.Escape(term.Term), term.Field, Number(term.Tf), term.DocFreq.ToString(CultureInfo.InvariantCulture), Number(term.Idf), Number(term.Length), Number(term.Value));
        }

        return table;
    }

    private static string Number(float value) => value.ToString("0.###", CultureInfo.InvariantCulture);
}
