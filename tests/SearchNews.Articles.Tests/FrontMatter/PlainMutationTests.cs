using System.Text;
using SearchNews.Articles.Folders;
using SearchNews.Articles.FrontMatter;
using SearchNews.Testing;

namespace SearchNews.Articles.Tests.FrontMatter;

/// <summary>
/// Front matter of sample, broken and real articles, changed at random: in bits, characters, lines and by pieces that mean something
/// in YAML. Wherever the result is still read as plain, YamlDotNet gives the same tokens.
/// </summary>
public sealed class PlainMutationTests
{
    /// <summary>Longer front matter is cut to whole lines: what matters are forms, and the judge is slow.</summary>
    private const int MaxLength = 900;

    private static readonly string[] Pieces =
    [
        ": ", ":", " #", "#", "- ", "-", "? ", "?", "'", "\"", "''", "\\", "\\\"", "\\n", "\\x41", "\\u00e9", "\\ud83d", "\\/", "\\ ", "\\0", "\\e", "[", "]", "[]", "{", "}", "{}", ",",
        "|", ">", "|-", ">-", "&a ", "*a", "!a ", "!!str ", "%", "@", "`", "~", "null", "<<: ", "---", "--- ", "...", "... ", "\t", " ", "  ", "    ", "\n", "\n\n", "\r\n", "\r", "\n ", "\n  ",
        "\n- ", "\n  - ", "\n#\n", "\na: b\n", "a: ", "b", "=", "\u0085", "\u2028", "\u00a0", "\ufeff", "\0", "\u0007", "\ud83d\ude81", "é", " \n", ": \n", " # x\n", "\"a\": ", "'a': ", "a b: ", ".", "$", "(", "+",
        "\uffff", "\u007f", "\u3000",
    ];

    [Fact]
    public void Read_MutatedFrontMatter_Agrees()
    {
        string[] texts = Texts();
        Random random = Seeds.Random();
        int rounds = LongTier.Rounds(40_000, 4_000_000);
        int plain = 0;
        for (int i = 0; i < rounds; i++)
            plain += YamlJudge.Agrees(Mutate(random, texts), $"(mutation {i}, seed {Seeds.Current})") ? 1 : 0;

        TestContext.Current.TestOutputHelper?.WriteLine($"{plain} of {rounds} mutations still plain");
        plain.ShouldBeGreaterThan(rounds / 10);
    }

    private static string[] Texts()
    {
        IEnumerable<string> folders = [RepoRoot.Combine("index-data", "articles"), RepoRoot.Combine("tests", "Fixtures", "broken-articles")];
        if (Corpus.Folder is not null)
            folders = folders.Append(Corpus.AzureNewsFolder);
        return
        [
            .. folders.SelectMany(folder => new ArticleFolder(folder).Scan(TestContext.Current.CancellationToken).Entries)
                .Where((_, i) => i % 7 == 0)
                .Select(FrontMatter)
                .Where(text => text.Length > 0),
        ];
    }

    private static string FrontMatter(ArticleEntry entry)
    {
        byte[] file = File.ReadAllBytes(entry.FullPath);
        return Encoding.UTF8.GetString(file.AsSpan()[FrontMatterBlock.Find(file).Yaml]);
    }

    private static string Mutate(Random random, string[] texts)
    {
        var lines = new List<string>(Cut(random, texts[random.Next(texts.Length)]).Split('\n'));
        int changes = random.Next(1, 4);
        for (int i = 0; i < changes; i++)
            ChangeLine(random, lines, texts);
        string text = string.Join('\n', lines);
        return random.Next(20) == 0 ? text.Replace("\n", "\r\n", StringComparison.Ordinal) : text;
    }

    /// <summary>Some successive lines; the first begins a key of the article itself.</summary>
    private static string Cut(Random random, string text)
    {
        int start = 0;
        if (text.Length > MaxLength && random.Next(3) > 0)
        {
            start = random.Next(text.Length - (MaxLength / 2));
            while (start > 0 && !(text[start - 1] == '\n' && char.IsAsciiLetter(text[start])))
                start--;
        }

        int end = Math.Min(text.Length, start + random.Next(50, MaxLength));
        if (random.Next(20) > 0)
            end = text.LastIndexOf('\n', end - 1) + 1;
        return end > start ? text[start..end] : text[start..];
    }

    private static void ChangeLine(Random random, List<string> lines, string[] texts)
    {
        int at = random.Next(lines.Count);
        string line = lines[at];
        int place = random.Next(line.Length + 1);
        switch (random.Next(12))
        {
            case 0:
                lines.RemoveAt(at);
                if (lines.Count == 0)
                    lines.Add("");
                break;
            case 1:
                lines.Insert(at, line);
                break;
            case 2:
                lines.Insert(random.Next(lines.Count + 1), line);
                break;
            case 3:
                lines[at] = line.TrimStart();
                break;
            case 4:
                lines[at] = new string(' ', random.Next(6)) + (random.Next(2) == 0 ? line : line.TrimStart());
                break;
            case 5:
                lines[at] = line[..place];
                break;
            case 6 when line.Length > 0:
                lines[at] = line.Remove(Math.Min(place, line.Length - 1), 1);
                break;
            case 7 when line.Length > 0:
                place = Math.Min(place, line.Length - 1);
                lines[at] = line[..place] + (char)(line[place] ^ (1 << random.Next(8))) + line[(place + 1)..];
                break;
            case 8:
                lines[at] = line.Insert(ValueStart(line), Pieces[random.Next(Pieces.Length)]);
                break;
            case 9:
                lines[at] = line + Pieces[random.Next(Pieces.Length)];
                break;
            case 10:
                string[] other = Cut(random, texts[random.Next(texts.Length)]).Split('\n');
                lines.Insert(at, other[random.Next(other.Length)]);
                break;
            default:
                lines[at] = line.Insert(place, Pieces[random.Next(Pieces.Length)]);
                break;
        }
    }

    private static int ValueStart(string line)
    {
        int colon = line.IndexOf(':', StringComparison.Ordinal);
        return Math.Min(line.Length, colon + 2);
    }
}
