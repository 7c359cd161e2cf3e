using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace SearchNews.Cli.Output;

/// <summary>
/// A paragraph whose lines after the first are indented, broken between words to the width of the terminal; words wider than a line, as in languages without blanks, are broken where the
/// line ends. Counts cells: letters of East Asia and emoji take two.
/// </summary>
/// <param name="lead">What the first line begins with.</param>
/// <param name="indent">Blanks before the other lines.</param>
/// <param name="parts">The text.</param>
/// <param name="mostLines">Lines that are shown; what is left out is an ellipsis.</param>
internal sealed class HangingText(string lead, int indent, IEnumerable<TextPart> parts, int mostLines = int.MaxValue) : Renderable
{
    private const string Ellipsis = "…";
    private const int LeastWidth = 10;

    /// <inheritdoc/>
    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        int width = Math.Max(LeastWidth, maxWidth);
        var line = new List<Segment> { new(lead) };
        int used = CellsOf(lead);
        int lines = 1;
        bool isEmpty = true;
        foreach (List<TextPart> word in Words())
        {
            int cells = word.Sum(part => CellsOf(part.Text));
            bool isBroken = cells > width - indent;
            if (!isEmpty && !isBroken && used + 1 + cells > width)
            {
                if (lines++ == mostLines) return Cut(line, used, width);
                line.Add(Segment.LineBreak);
                line.Add(new Segment(new string(' ', indent)));
                (used, isEmpty) = (indent, true);
            }

            if (!isEmpty)
            {
                line.Add(new Segment(" ", line[^1].Style.Equals(word[0].Style) ? word[0].Style : Style.Plain));
                used++;
            }

            foreach (TextPart part in word)
            {
                foreach (string letter in isBroken ? Letters(part.Text) : [part.Text])
                {
                    int letterCells = CellsOf(letter);
                    if (isBroken && used + letterCells > width)
                    {
                        if (lines++ == mostLines) return Cut(line, used, width);
                        line.Add(Segment.LineBreak);
                        line.Add(new Segment(new string(' ', indent)));
                        used = indent;
                    }

                    line.Add(new Segment(letter, part.Style));
                    used += letterCells;
                }
            }

            isEmpty = false;
        }

        line.Add(Segment.LineBreak);
        return line;
    }

    /// <inheritdoc/>
    protected override Measurement Measure(RenderOptions options, int maxWidth) => new(Math.Min(LeastWidth, maxWidth), maxWidth);

    private static int CellsOf(string text) => new Segment(text).CellCount();

    private static IEnumerable<string> Letters(string text)
    {
        for (int at = 0; at < text.Length;)
        {
            int length = StringInfo.GetNextTextElementLength(text, at);
            yield return text.Substring(at, length);
            at += length;
        }
    }

    /// <summary>Ends the last line that may be shown, which is full up to <paramref name="used"/>.</summary>
    private static List<Segment> Cut(List<Segment> line, int used, int width)
    {
        for (; used + 1 > width && line.Count > 0; line.RemoveAt(line.Count - 1)) used -= line[^1].CellCount();
        line.Add(new Segment(Ellipsis));
        line.Add(Segment.LineBreak);
        return line;
    }

    /// <summary>The words, each of one style or more: a mark may begin or end inside.</summary>
    private IEnumerable<List<TextPart>> Words()
    {
        var word = new List<TextPart>();
        foreach (TextPart part in parts)
        {
            string[] pieces = part.Text.Split(' ');
            for (int i = 0; i < pieces.Length; i++)
            {
                if (i > 0 && word.Count > 0)
                {
                    yield return word;
                    word = [];
                }

                if (pieces[i].Length > 0) word.Add(part with { Text = pieces[i] });
            }
        }

        if (word.Count > 0) yield return word;
    }
}
