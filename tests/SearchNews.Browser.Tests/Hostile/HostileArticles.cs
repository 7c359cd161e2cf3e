using System.Globalization;
using System.Text;

namespace SearchNews.Browser.Tests.Hostile;

/// <summary>Folders of articles that have one text in every field: hostile ones, and plain ones of the same shape to compare with.</summary>
internal static class HostileArticles
{
    /// <summary>A word of every excerpt, so that one query finds them all.</summary>
    public const string Common = "everywhere";

    // A file name has at most 255 bytes on common file systems.
    private const int MaxNameBytes = 200;

    /// <summary>Writes an article for each text: in half of them the addresses are the text, in the others web addresses that hold it.</summary>
    public static void Write(string folder, IReadOnlyList<string> texts)
    {
        Directory.CreateDirectory(folder);
        for (int i = 0; i < texts.Count; i++)
            File.WriteAllText(Path.Combine(folder, FileName(i, texts[i])), Article(i, texts[i]));
    }

    /// <summary>Writes articles that have nothing but an excerpt, later than all others.</summary>
    public static void WriteBare(string folder, int count)
    {
        for (int i = 0; i < count; i++)
            File.WriteAllText(Path.Combine(folder, $"bare {i}.md"), $"---\nexcerpt: {Common} bare {Some.Word(Seeds.Of(Seeds.Current, -i), 8)}\npublishedDateTime: {Published(HostileSite.Count + i)}\n---\n");
    }

    /// <summary>Plain texts of the lengths of others.</summary>
    public static IReadOnlyList<string> PlainLike(IReadOnlyList<string> texts) =>
        [.. texts.Select((text, i) => string.Create(CultureInfo.InvariantCulture, $"plain number {i} {string.Join(' ', Enumerable.Repeat("words", text.Length / 6))}"))];

    private static string Article(int number, string text)
    {
        bool address = number % 2 == 0;
        string value = Quote(text);
        string web = Quote(address ? text : $"https://news.example/{number}?{text}");
        string picture = Quote(address ? text : $"https://images.example/{number}/{text}");
        return $"""
            ---
            category: {value}
            title: {value}
            excerpt: {Quote($"{Common} {text} {Common} {Some.Word(Seeds.Of(Seeds.Current, number), 8)}")}
            publishedDateTime: {Published(number)}
            updatedDateTime: {value}
            originalUrl: {Quote($"http://origin.example/{text}")}
            webUrl: {web}
            ampWebUrl: {web}
            cdnAmpWebUrl: {web}
            type: {value}
            quality: {number % 100}
            heat: {value}
            provider:
              name: {value}
              domain: {value}
              images:
                - url: {picture}
            topics:
              - {value}
              - plain topic
            images:
              - url: {picture}
                width: 640
                height: 360
                isCached: {value}
            related:
              - title: {value}
                webUrl: {web}
            ---
            {text.ReplaceLineEndings(" ").Replace("\0", "", StringComparison.Ordinal)}

            """;
    }

    // Far apart in time, so that no two of them are one story.
    private static string Published(int number) => new DateTime(1971, 1, 1, 12, 0, 0, DateTimeKind.Utc).AddDays(9 * number).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    private static string FileName(int number, string text)
    {
        var name = new StringBuilder(number.ToString("0000", CultureInfo.InvariantCulture)).Append(' ');
        int bytes = name.Length;
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (rune.Value is '/' or '\\' or 0x2028 or 0x2029 || Rune.IsControl(rune)) continue;
            bytes += rune.Utf8SequenceLength;
            if (bytes > MaxNameBytes) break;
            name.Append(rune);
        }

        return name.Append(".md").ToString();
    }

    /// <summary>A double-quoted scalar of YAML, everything but plain ASCII escaped.</summary>
    private static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (rune.Value is >= 0x20 and < 0x7f and not '"' and not '\\') quoted.Append((char)rune.Value);
            else quoted.Append(CultureInfo.InvariantCulture, $"\\U{rune.Value:X8}");
        }

        return quoted.Append('"').ToString();
    }
}
