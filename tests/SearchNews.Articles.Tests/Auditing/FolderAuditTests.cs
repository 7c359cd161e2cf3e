using SearchNews.Articles.Auditing;
using SearchNews.Testing;

namespace SearchNews.Articles.Tests.Auditing;

public sealed class FolderAuditTests
{
    private static readonly DateTimeOffset Now = new(2024, 5, 1, 12, 0, 0, TimeSpan.Zero);

    private const string Sound = """
        title: "T{0}"
        excerpt: "E{0}"
        publishedDateTime: 2024-05-01T11:00:00Z
        webUrl: "https://a.example/{0}"
        quality: 50
        heat: 50
        published: true
        provider:
          domain: a.example
        topics:
          - Moon
        """;

    /// <summary>Each finding: a line of a sound article that is replaced by others (none: taken out), and the finding that this makes.</summary>
    [Theory]
    [InlineData("heat: 50", "heat: 51", AuditCode.HeatNotDerived)]
    [InlineData("heat: 50", "heat: -1", AuditCode.HeatFlagAlone)]
    [InlineData("heat: 50", "heat: -1\nrelated:\n  - title: x", AuditCode.HeatFlag)]
    [InlineData("heat: 50", "heat: -2", AuditCode.HeatNegative)]
    [InlineData("heat: 50", "heat: 501", AuditCode.HeatHigh)]
    [InlineData("heat: 50", null, AuditCode.NoHeat)]
    [InlineData("heat: 50", "heat: warm", AuditCode.NoHeat)]
    [InlineData("quality: 50", "quality: 0", AuditCode.QualityNotPositive)]
    [InlineData("quality: 50", "quality: -3", AuditCode.QualityNotPositive)]
    [InlineData("quality: 50", null, AuditCode.NoQuality)]
    [InlineData("title: \"T{0}\"", null, AuditCode.NoTitle)]
    [InlineData("excerpt: \"E{0}\"", "excerpt: \"\"", AuditCode.NoExcerpt)]
    [InlineData("publishedDateTime: 2024-05-01T11:00:00Z", null, AuditCode.NoDate)]
    [InlineData("publishedDateTime: 2024-05-01T11:00:00Z", "publishedDateTime: 2024-05-01T12:00:01Z", AuditCode.FutureDate)]
    [InlineData("webUrl: \"https://a.example/{0}\"", null, AuditCode.NoUrl)]
    [InlineData("  domain: a.example", "  name: A", AuditCode.NoProvider)]
    [InlineData("  - Moon", "  -", AuditCode.NoTopics)]
    [InlineData("published: true", "published: false", AuditCode.NotPublished)]
    [InlineData("published: true", null, AuditCode.NoPublished)]
    public void Run_OneOddArticle_IsFoundByName(string line, string? instead, string code)
    {
        using var folder = new TempFolder();
        Write(folder, "1", Sound);
        Write(folder, "2", Sound);
        Write(folder, "odd", Sound.Replace(line, instead ?? "note: x", StringComparison.Ordinal));
        AuditFinding before = Of(Audit(folder, except: "odd"), code);

        AuditFinding finding = Of(Audit(folder), code);

        before.Count.ShouldBe(0);
        finding.Count.ShouldBe(1);
        finding.Examples.ShouldBe(["odd"]);
        finding.Of.ShouldBeInRange(1, 3);
        finding.Share.ShouldBe(1.0 / finding.Of);
    }

    [Fact]
    public void Run_Heat_IsComparedWithQualityAndRelated()
    {
        using var folder = new TempFolder();
        Write(folder, "none", Sound);
        Write(folder, "two", Sound.Replace("heat: 50", "heat: 90\nrelated:\n  - title: x\n  - title: y", StringComparison.Ordinal));
        Write(folder, "wrong", Sound.Replace("heat: 50", "heat: 50\nrelated:\n  - title: x", StringComparison.Ordinal));
        Write(folder, "flag", Sound.Replace("heat: 50", "heat: -1\nrelated:\n  - title: x", StringComparison.Ordinal));
        Write(folder, "unknown", Sound.Replace("quality: 50", "note: x", StringComparison.Ordinal));

        AuditReport report = Audit(folder);

        ShouldFind(report, AuditCode.HeatDerived, of: 3, "none", "two");
        ShouldFind(report, AuditCode.HeatNotDerived, of: 3, "wrong");
        ShouldFind(report, AuditCode.HeatFlag, of: 5, "flag");
        report.LongestRelated.ShouldBe(2);
    }

    [Fact]
    public void Run_RelatedAtAndOverTheLimit_OnlyOverIsLong()
    {
        using var folder = new TempFolder();
        foreach (int items in (int[])[0, 1, 2, 3])
            Write(folder, $"r{items}", Sound + "\nrelated:\n" + string.Concat(Enumerable.Repeat("  - title: x\n", items)));

        ShouldFind(Audit(folder, new AuditOptions { LongRelated = 2 }), AuditCode.RelatedLong, of: 3, "r3");
    }

    [Fact]
    public void Run_SharedTexts_AreFoundCapitalsAside()
    {
        using var folder = new TempFolder();
        folder.WriteFile("a.md", "---\ntitle: One\nexcerpt: Two\n---\n");
        folder.WriteFile("b.md", "---\ntitle: ONE\nexcerpt: two\n---\n");
        folder.WriteFile("c.md", "---\ntitle: One\nexcerpt: Three\n---\n");
        folder.WriteFile("d.md", "---\ntitle: Four\nexcerpt: Two\n---\n");
        folder.WriteFile("e.md", "---\nexcerpt: Two\n---\n");

        AuditReport report = Audit(folder, new AuditOptions { Examples = 9 });

        ShouldFind(report, AuditCode.SameTitle, of: 4, "a", "b", "c");
        ShouldFind(report, AuditCode.SameText, of: 4, "a", "b");
    }

    [Fact]
    public void Run_ExcerptFromTheBody_IsToldFromNone()
    {
        using var folder = new TempFolder();
        folder.WriteFile("a.md", "---\ntitle: One\n---\nSome prose.\n");

        AuditReport report = Audit(folder);

        Of(report, AuditCode.ExcerptFromBody).Count.ShouldBe(1);
        Of(report, AuditCode.NoExcerpt).Count.ShouldBe(0);
    }

    [Fact]
    public void Run_UnreadableAndRemoved_AreNamedAndCountedApart()
    {
        using var folder = new TempFolder();
        Write(folder, "sub/1", Sound);
        Write(folder, "gone", Sound + "\nremoved: true");
        folder.WriteFile("b.md", "no front matter");
        folder.WriteFile("a.md", "---\ntitle: \"x\n---\n");
        folder.WriteFile("warm.md", "---\ntitle: x\nheat: warm\n---\n");
        folder.WriteFile("notes.txt", "x");
        var told = new List<(int, int)>();

        AuditReport report = new FolderAudit(clock: new FixedTime()).Run(folder.Path, (done, total) => told.Add((done, total)), TestContext.Current.CancellationToken);

        (report.Files, report.Articles, report.Removed).ShouldBe((5, 2, 1));
        report.Unreadable.Count.ShouldBe(2);
        report.Unreadable[0].ShouldStartWith("a.md:2:8: the quote that opens here is never closed");
        report.Unreadable[1].ShouldStartWith("b.md:1:1: there is no front matter");
        report.Warnings.ShouldHaveSingleItem().ShouldStartWith("warm.md:3:7: heat \"warm\" is not a number");
        report.At.ShouldBe(Now);
        told[0].ShouldBe((0, 0));
        told[^1].ShouldBe((5, 5));
    }

    [Fact]
    public void Run_EmptyFolder_FindsNothing()
    {
        using var folder = new TempFolder();

        AuditReport report = Audit(folder);

        report.Articles.ShouldBe(0);
        report.Findings.ShouldAllBe(finding => finding.Count == 0 && finding.Of == 0 && finding.Share == 0);
        report.Findings.Select(finding => finding.Code).Distinct(StringComparer.Ordinal).Count()
            .ShouldBe(typeof(AuditCode).GetFields().Length);
    }

    [Fact]
    public void Run_NoFolder_SaysSo()
    {
        using var folder = new TempFolder();
        string missing = folder.Combine("missing");

        Should.Throw<DirectoryNotFoundException>(() => new FolderAudit().Run(missing, cancellationToken: TestContext.Current.CancellationToken))
            .Message.ShouldBe($"There is no folder '{missing}' to audit.");
    }

    [Fact]
    public void Run_Cancelled_Ends()
    {
        using var folder = new TempFolder();
        for (int i = 0; i < 100; i++)
            Write(folder, $"{i}", Sound);
        using var source = new CancellationTokenSource();

        Should.Throw<OperationCanceledException>(() => new FolderAudit().Run(folder.Path, (done, _) =>
        {
            if (done == 10)
                source.Cancel();
        }, source.Token));
    }

    [Fact]
    public void FolderAudit_OptionOutsideItsRange_Throws()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new FolderAudit(new AuditOptions { Examples = -1 }));
        Should.Throw<ArgumentOutOfRangeException>(() => new FolderAudit(new AuditOptions { LongRelated = -1 }));
        Should.Throw<ArgumentOutOfRangeException>(() => new FolderAudit(new AuditOptions { HighHeat = double.NaN }));
    }

    /// <summary>Figures counted without this code. The one removed article is in none of them here: it has a heat of 0 and more, is derived, and not published.</summary>
    [Fact]
    public void Run_RealArticles_GivesThePublishedFigures()
    {
        Corpus.SkipUnlessAvailable();

        AuditReport report = new FolderAudit().Run(Corpus.AzureNewsFolder, cancellationToken: TestContext.Current.CancellationToken);

        (report.Files, report.Articles, report.Removed, report.Unreadable.Count).ShouldBe((4_958, 4_957, 1, 0));
        (Of(report, AuditCode.HeatDerived).Count, Of(report, AuditCode.HeatDerived).Of).ShouldBe((1_217 - 1, 1_320 - 1));
        Of(report, AuditCode.HeatFlag).Count.ShouldBe(3_638);
        Of(report, AuditCode.HeatFlagAlone).Count.ShouldBe(0);
        Of(report, AuditCode.QualityNotPositive).Count.ShouldBe(104);
        Of(report, AuditCode.NoExcerpt).Count.ShouldBe(190);
        Of(report, AuditCode.NotPublished).Count.ShouldBe(4_334 - 1);
        Of(report, AuditCode.RelatedLong).Count.ShouldBe(1_170);
        Of(report, AuditCode.SameTitle).Count.ShouldBe(394); // 392 as written; two more once characters that cannot be seen are gone
        Of(report, AuditCode.SameText).Count.ShouldBe(91);
        report.LongestRelated.ShouldBe(179);
    }

    private static void Write(TempFolder folder, string id, string yaml) =>
        folder.WriteFile(id + ".md", $"---\n{yaml.Replace("{0}", id, StringComparison.Ordinal)}\n---\n");

    private static AuditReport Audit(TempFolder folder, AuditOptions? options = null) =>
        new FolderAudit(options, new FixedTime()).Run(folder.Path, cancellationToken: TestContext.Current.CancellationToken);

    private static AuditReport Audit(TempFolder folder, string except)
    {
        string file = folder.Combine(except + ".md");
        string hidden = Path.ChangeExtension(file, ".hidden");
        File.Move(file, hidden);
        try
        {
            return Audit(folder);
        }
        finally
        {
            File.Move(hidden, file);
        }
    }

    private static void ShouldFind(AuditReport report, string code, int of, params string[] ids)
    {
        AuditFinding finding = Of(report, code);
        finding.Examples.ShouldBe(ids);
        (finding.Count, finding.Of).ShouldBe((ids.Length, of));
    }

    private static AuditFinding Of(AuditReport report, string code) => report.Findings.Single(finding => finding.Code == code);

    private sealed class FixedTime : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now;
    }
}
