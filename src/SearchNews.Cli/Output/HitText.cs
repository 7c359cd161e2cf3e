using System.Globalization;
using SearchNews.Search.Responses;
using Spectre.Console;

namespace SearchNews.Cli.Output;

/// <summary>Prints one article: title, passage, what is known of it, its id. On a terminal it fits the width; in a pipe nothing is broken, and there is no passage.</summary>
internal static class HitText
{
    // Wide enough for the number and its full stop.
    private const int Indent = 4;
    private const int PassageLines = 2;

    private static readonly Style Title = new(decoration: Decoration.Bold);
    private static readonly Style MarkedTitle = new(Color.Red, decoration: Decoration.Bold);
    private static readonly Style Passage = Style.Plain;
    private static readonly Style MarkedPassage = new(Color.Red, decoration: Decoration.Bold);
    private static readonly Style Faint = new(Color.Grey);

    /// <summary>Prints an article.</summary>
    /// <param name="terminal">Where to.</param>
    /// <param name="number">Its place, from 1.</param>
    /// <param name="article">The article.</param>
    /// <param name="score">Its score, if it has one.</param>
    /// <param name="highlights">Where it matched, if that is known.</param>
    public static void Write(IAnsiConsole terminal, int number, ArticleResponse article, float? score, Highlights? highlights)
    {
        IEnumerable<TextPart> title = highlights?.Title is [_, ..] titles
            ? MarkedText.Parse(string.Join(' ', titles), Title, MarkedTitle)
            : [new TextPart(MarkedText.Plain(article.Title ?? article.Excerpt ?? article.Id), Title)];
        terminal.Write(new HangingText(string.Create(CultureInfo.InvariantCulture, $"{number,2}. "), Indent, title));
        if (IsTerminal(terminal)) WritePassage(terminal, article, highlights);
        string date = article.PublishedDateTime?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "no date";
        string scored = score is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{score:0.000}  ");
        WriteId(terminal, $"{scored}{date}  {MarkedText.Plain(article.Provider?.Domain ?? "")}", article.Id);
        if (article.Story is { Size: > 1 } story) WriteNote(terminal, string.Create(CultureInfo.InvariantCulture, $"story of {story.Size}: {string.Join(", ", story.Providers)}"));
    }

    /// <summary>Prints a line that belongs to an article.</summary>
    public static void WriteNote(IAnsiConsole terminal, string note) =>
        terminal.Write(new HangingText(new string(' ', Indent), Indent, [new TextPart(MarkedText.Plain(note), Faint)]));

    /// <summary>Prints what is known of an article, and its id behind that or, where both do not fit, below.</summary>
    public static void WriteId(IAnsiConsole terminal, string facts, string id)
    {
        string indent = new(' ', Indent);
        id = MarkedText.Plain(id);
        bool fits = Indent + facts.Length + 2 + id.Length <= terminal.Profile.Width;
        if (facts.Length > 0 && !fits) terminal.Write(new HangingText(indent, Indent, [new TextPart(facts, Faint)]));
        terminal.Write(new UnbrokenText(new TextPart(facts.Length > 0 && fits ? $"{indent}{facts}  {id}" : indent + id, Faint)));
    }

    private static bool IsTerminal(IAnsiConsole terminal) => terminal.Profile.Width < CommandContext.UnwrappedWidth;

    private static void WritePassage(IAnsiConsole terminal, ArticleResponse article, Highlights? highlights)
    {
        // Without a title, the excerpt stands for it.
        if (article.Title is null || string.IsNullOrEmpty(article.Excerpt)) return;
        IEnumerable<TextPart> passage = highlights?.Excerpt is [_, ..] passages
            ? MarkedText.Parse(string.Join(" … ", passages), Passage, MarkedPassage)
            : [new TextPart(MarkedText.Plain(article.Excerpt), Passage)];
        terminal.Write(new HangingText(new string(' ', Indent), Indent, passage, PassageLines));
    }
}
