using System.Globalization;
using SearchNews.Search.Highlighting;

namespace SearchNews.Search.Tests.Highlighting;

public sealed class GraphemeEdgesTests
{
    private static readonly string[] Pieces =
    [
        "a", "Z", " ", ".", "é", "\u0301", "\u0308", "\u200D", "\uFE0F", "\u20E3", "#", "1", "\U0001F468", "\U0001F469", "\U0001F3FD", "\U0001F1E9", "\U0001F1EA", "\u1100", "\u1161",
        "\u11A8", "\uAC00", "\uAC01", "\u0E01", "\u0E33", "\u0915", "\u094D", "\u0937", "\u093F", "\r", "\n", "\r\n", "中", "\u3099", "か", "\u3297", "\u303D", "\uFF9E", "\uFF76", "\uD83D", "\uDE80", "\u0600", "\u202E",
        "\u00AD", "\u00A9", "\u2764", "\uFEFF", "\u05D0", "\u05B0", "\u2014", "\U000E0061", "\u180E", "\u0085",
    ];

    [Fact]
    public void AtOrBeforeAndAfter_AnyText_AreTheEdgesOfDotNet()
    {
        for (int round = 0; round < 3000; round++)
        {
            Random random = Seeds.Of(Seeds.Current, round);
            string text = string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => Pieces[random.Next(Pieces.Length)]));
            int[] edges = [.. StringInfo.ParseCombiningCharacters(text), text.Length];
            for (int index = 0; index <= text.Length; index++)
            {
                string where = $"round {round}, seed {Seeds.Current}, {index} of {string.Join(' ', text.Select(c => ((int)c).ToString("X4", CultureInfo.InvariantCulture)))}";
                GraphemeEdges.AtOrBefore(text, index).ShouldBe(edges.Last(edge => edge <= index), where);
                GraphemeEdges.AtOrAfter(text, index).ShouldBe(edges.First(edge => edge >= index), where);
            }
        }
    }
}
