using SearchNews.Articles.Diagnostics;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;
using SearchNews.Search.Indexing.Manifests;

namespace SearchNews.Search.Tests.Indexing.Manifests;

public sealed class ArticleManifestTests
{
    private static readonly SegmentInfos Commit = new() { Generation = 7, Id = [.. Enumerable.Range(1, 16).Select(i => (byte)i)] };
    private static readonly DateTimeOffset Scanned = new(2021, 8, 29, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Load_Saved_IsTheSame()
    {
        ArticleManifest manifest = Some();
        var directory = new MemoryDirectory();
        manifest.Save(directory, Commit);
        ArticleManifest loaded = ArticleManifest.Load(directory, Commit).ShouldNotBeNull();
        loaded.Entries.ShouldBe(manifest.Entries, ignoreOrder: true);
        loaded.ScannedAt.ShouldBe(Scanned);
        loaded.CountIndexed().ShouldBe(2);
    }

    [Fact]
    public void Load_Empty_IsEmpty()
    {
        var directory = new MemoryDirectory();
        new ArticleManifest().Save(directory, Commit);
        ArticleManifest.Load(directory, Commit).ShouldNotBeNull().Entries.ShouldBeEmpty();
    }

    [Fact]
    public void Save_Twice_Replaces()
    {
        ArticleManifest manifest = Some();
        var directory = new MemoryDirectory();
        manifest.Save(directory, Commit);
        manifest.Remove("a");
        manifest.Save(directory, Commit);
        ArticleManifest.Load(directory, Commit)!.Entries.Keys.ShouldBe(["news/2021 über uns", "b", "c"], ignoreOrder: true);
    }

    [Fact]
    public void Load_OtherCommit_IsNotTrusted()
    {
        var directory = new MemoryDirectory();
        Some().Save(directory, Commit);
        ArticleManifest.Load(directory, Commit with { Generation = 8 }).ShouldBeNull();
        ArticleManifest.Load(directory, Commit with { Id = new byte[16] }).ShouldBeNull();
    }

    [Fact]
    public void Load_AnyByteChangedOrCut_IsNotTrusted()
    {
        var directory = new MemoryDirectory();
        Some().Save(directory, Commit);
        byte[] bytes = directory.OpenInput(ManifestFormat.FileName).Span.ToArray();
        for (int i = 0; i < bytes.Length; i++)
        {
            byte[] flipped = [.. bytes];
            flipped[i] ^= (byte)(1 << (i % 8));
            ArticleManifest.Load(With(flipped), Commit).ShouldBeNull($"byte {i}");
            ArticleManifest.Load(With(bytes[..i]), Commit).ShouldBeNull($"cut at {i}");
        }

        ArticleManifest.Load(new MemoryDirectory(), Commit).ShouldBeNull();
    }

    private static ArticleManifest Some()
    {
        var manifest = new ArticleManifest();
        manifest.Set(new ManifestEntry("a.md", 1, 637656192000000001, new ContentHash(ulong.MaxValue, 0x0123456789abcdef), ArticleOutcome.Indexed, null));
        manifest.Set(new ManifestEntry("news/2021 über uns.markdown", long.MaxValue, ManifestEntry.Unsure, default, ArticleOutcome.Indexed, null));
        manifest.Set(new ManifestEntry("b.MD", 0, 5, new ContentHash(0, 17), ArticleOutcome.Removed, null));
        manifest.Set(new ManifestEntry("c.md", 99, 6, new ContentHash(18, 0), ArticleOutcome.Skipped, new ArticleDiagnostic("c.md", 12, 5, DiagnosticCode.YamlSyntax, DiagnosticSeverity.Error, "an anchor “&a” is not allowed")));
        manifest.SetScanned(Scanned);
        return manifest;
    }

    private static MemoryDirectory With(byte[] bytes)
    {
        var directory = new MemoryDirectory();
        using IndexOutput output = directory.CreateOutput(ManifestFormat.FileName);
        output.WriteBytes(bytes);
        return directory;
    }
}
