using System.Text.RegularExpressions;

namespace SearchNews.Cli.Tests;

/// <summary>The values of the front matter key <c>secured</c> of the sample articles, which must never leave their files.</summary>
internal static partial class SecuredBlobs
{
    // Long enough that no word of an article is one by chance.
    private const int Telling = 16;

    private static readonly string[] All =
    [
        .. Directory.EnumerateFiles(SampleIndex.Articles, "*.md", SearchOption.AllDirectories).SelectMany(file => Line.Matches(File.ReadAllText(file))).Select(match => match.Groups["blob"].Value),
    ];

    [GeneratedRegex("^secured: *\"?(?<blob>[^\"\\s]{16,})\"?", RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Line { get; }

    /// <summary>Fails when the text holds the beginning of any of them.</summary>
    public static void ShouldNotBeIn(string text)
    {
        All.Length.ShouldBeGreaterThanOrEqualTo(207);
        foreach (string blob in All) text.ShouldNotContain(blob[..Telling], Case.Sensitive, "the blob of an article");
    }

    /// <summary>Fails when a long term is a piece of any of them, in lower case as terms are.</summary>
    public static void ShouldHaveNoPieceIn(IEnumerable<string> terms)
    {
        string[] blobs = Array.ConvertAll(All, blob => blob.ToLowerInvariant());
        foreach (string term in terms.Where(term => term.Length >= Telling)) blobs.ShouldAllBe(blob => !blob.Contains(term, StringComparison.Ordinal), term);
    }
}
