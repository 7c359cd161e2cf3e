using System.Diagnostics;
using System.Net.Sockets;
using SearchNews.Articles.Diagnostics;
using SearchNews.Articles.Folders;
using SearchNews.Testing;

namespace SearchNews.Articles.Tests.Folders;

public sealed class ArticleFolderTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Scan_Files_GivesArticlesInOrdinalPathOrder()
    {
        foreach (string name in new[] { "b.md", "a.markdown", "B.md", "é.md", "a/z.md", "a-b.md", "2021/09/x.MD", "c.txt", "md", "d.mdx" })
            _folder.WriteFile(name, "x");

        ArticleFolderScan scan = Scan();

        scan.Entries.Select(e => e.Path).ShouldBe(["2021/09/x.MD", "B.md", "a-b.md", "a.markdown", "a/z.md", "b.md", "é.md"]);
        scan.Entries.Select(e => e.Id).ShouldBe(["2021/09/x", "B", "a-b", "a", "a/z", "b", "é"]);
        scan.Diagnostics.ShouldBeEmpty();
        scan.LinksSkipped.ShouldBe(0);
        scan.NonRegularSkipped.ShouldBe(0);
    }

    [Fact]
    public void Scan_File_GivesSizeTimeAndPlace()
    {
        string path = _folder.WriteFile("x/a.md", "12345");
        DateTime time = new(2021, 8, 29, 1, 2, 3, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(path, time);

        Scan().Entries.ShouldHaveSingleItem().ShouldBe(new ArticleEntry("x/a", "x/a.md", _folder.Path, 5, new DateTimeOffset(time)));
        Scan().Entries[0].FullPath.ShouldBe(path);
    }

    [Fact]
    public void Scan_ManyFoldersBesideAndBelowEachOther_GivesWhatWasWritten()
    {
        Random random = Seeds.Random();
        List<string> paths = [];
        for (int i = 0; i < 120; i++)
        {
            string folder = string.Join('/', Enumerable.Range(0, random.Next(1, 5)).Select(_ => $"f{random.Next(12)}"));
            for (int file = random.Next(4); file > 0; file--) paths.Add($"{folder}/{i}-{file}.md");
        }

        foreach (string path in paths) _folder.WriteFile(path, path);
        _folder.WriteFile($"f0/{paths.Count}.markdown", "1");
        _folder.WriteFile($"f0/{paths.Count}.md", "2");
        File.CreateSymbolicLink(_folder.Combine("f0", "link"), _folder.Path);

        ArticleFolderScan scan = Scan();

        scan.Entries.Select(e => e.Path).ShouldBe([.. paths.Append($"f0/{paths.Count}.markdown").Order(StringComparer.Ordinal)]);
        scan.Entries.ShouldAllBe(e => File.Exists(e.FullPath) && e.Size == new FileInfo(e.FullPath).Length);
        scan.Diagnostics.ShouldHaveSingleItem().Path.ShouldBe($"f0/{paths.Count}.md");
        scan.LinksSkipped.ShouldBe(1);
    }

    [Fact]
    public void Scan_TwoFilesWithOneId_SkipsAndNamesTheSecond()
    {
        _folder.WriteFile("x/a.md", "2");
        _folder.WriteFile("x/a.markdown", "1");
        _folder.WriteFile("a.md", "3");

        ArticleFolderScan scan = Scan();

        scan.Entries.Select(e => e.Path).ShouldBe(["a.md", "x/a.markdown"]);
        scan.Diagnostics.ShouldHaveSingleItem().ToString()
            .ShouldBe("x/a.md:1:1: the file has the same id as x/a.markdown; rename one of them");
    }

    [Fact]
    public void Scan_FolderNamedLikeAnArticle_IsAFolder()
    {
        _folder.WriteFile("x.md/a.md", "1");

        Scan().Entries.Select(e => e.Id).ShouldBe(["x.md/a"]);
    }

    [Fact]
    public void Scan_Links_AreCountedAndNotFollowed()
    {
        _folder.WriteFile("real/a.md", "1");
        File.CreateSymbolicLink(_folder.Combine("link.md"), _folder.Combine("real", "a.md"));
        File.CreateSymbolicLink(_folder.Combine("broken.md"), _folder.Combine("nowhere.md"));
        Directory.CreateSymbolicLink(_folder.Combine("folder"), _folder.Combine("real"));

        ArticleFolderScan scan = Scan();

        scan.Entries.Select(e => e.Id).ShouldBe(["real/a"]);
        scan.LinksSkipped.ShouldBe(3);
        scan.Diagnostics.ShouldBeEmpty();
    }

    [Fact]
    public void Scan_TwoLoopingLinks_Ends()
    {
        _folder.WriteFile("a/a.md", "1");
        _folder.WriteFile("b/b.md", "1");
        Directory.CreateSymbolicLink(_folder.Combine("a", "to-b"), _folder.Combine("b"));
        Directory.CreateSymbolicLink(_folder.Combine("b", "to-a"), _folder.Combine("a"));
        Directory.CreateSymbolicLink(_folder.Combine("self"), _folder.Path);
        long start = Stopwatch.GetTimestamp();

        ArticleFolderScan scan = Scan();

        scan.Entries.Select(e => e.Id).ShouldBe(["a/a", "b/b"]);
        scan.LinksSkipped.ShouldBe(3);
        Stopwatch.GetElapsedTime(start).ShouldBeLessThan(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void Scan_RootIsALink_IsFollowed()
    {
        _folder.WriteFile("real/a.md", "1");
        Directory.CreateSymbolicLink(_folder.Combine("link"), _folder.Combine("real"));

        new ArticleFolder(_folder.Combine("link")).Scan().Entries.Select(e => e.Id).ShouldBe(["a"]);
    }

    [Fact]
    public void Scan_PipeAndSocket_AreCountedAndNotOpened()
    {
        Unix.SkipUnlessLinux();
        _folder.WriteFile("a.md", "1");
        Unix.Run("mkfifo", _folder.Combine("pipe.md"), _folder.Combine("other"));
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(_folder.Combine("s.md")));

        ArticleFolderScan scan = Scan();

        scan.Entries.Select(e => e.Id).ShouldBe(["a"]);
        scan.NonRegularSkipped.ShouldBe(2);
    }

    [Fact]
    public void Scan_EmptyFile_IsAnEntry()
    {
        _folder.WriteFile("a.md", "");

        ArticleFolderScan scan = Scan();

        scan.Entries.ShouldHaveSingleItem().Size.ShouldBe(0);
        scan.NonRegularSkipped.ShouldBe(0);
    }

    [Theory]
    [InlineData("a\nb.md", "a\\u000Ab.md:1:1: the name has a control character or a line break; rename the file")]
    [InlineData("a\u001B[2J.md", "a\\u001B[2J.md:1:1: the name has a control character or a line break; rename the file")]
    [InlineData("a\\b.md", "a\\b.md:1:1: the name has a backslash; rename the file")]
    [InlineData(".md", ".md:1:1: the name is empty; rename the file")]
    [InlineData("x/.markdown", "x/.markdown:1:1: a part of the name is empty, `.` or `..`; rename the file")]
    [InlineData("...md", "...md:1:1: a part of the name is empty, `.` or `..`; rename the file")]
    public void Scan_NameThatCannotBeAnId_IsSkippedAndNamed(string name, string expected)
    {
        Unix.SkipUnlessLinux();
        _folder.WriteFile(name, "1");
        _folder.WriteFile("good.md", "1");

        ArticleFolderScan scan = Scan();

        scan.Entries.Select(e => e.Id).ShouldBe(["good"]);
        ArticleDiagnostic diagnostic = scan.Diagnostics.ShouldHaveSingleItem();
        diagnostic.Code.ShouldBe(DiagnosticCode.NameInvalid);
        diagnostic.ToString().ShouldBe(expected);
    }

    [Fact]
    public void Scan_NamesThatAreNotUtf8_AreSkippedAndNamed()
    {
        Unix.SkipUnlessLinux();
        _folder.WriteFile("good.md", "1");
        _folder.WriteFile("\uFFFD.md", "a legal name");
        Unix.Run("bash", "-c", "cd \"$1\" && touch $'bad\\xff.md' && mkdir $'dir\\xff' && touch $'dir\\xff/a.md'", "-", _folder.Path);

        ArticleFolderScan scan = Scan();

        scan.Entries.Select(e => e.Id).ShouldBe(["good", "\uFFFD"]);
        scan.Diagnostics.Select(d => (d.Path, d.Code)).ShouldBe(
        [
            ("bad\uFFFD.md", DiagnosticCode.NameInvalid),
            ("dir\uFFFD", DiagnosticCode.FolderUnreadable),
        ]);

        // .NET cannot name the folder, so it cannot delete it either.
        Unix.Run("bash", "-c", "cd \"$1\" && rm -r bad* dir*", "-", _folder.Path);
    }

    [Fact]
    public void Scan_LongestFileName_IsRead()
    {
        _folder.WriteFile(new string('a', 252) + ".md", "1");

        Scan().Entries.ShouldHaveSingleItem().Id.Length.ShouldBe(252);
    }

    [Theory]
    [InlineData(9, true)]
    [InlineData(10, true)]
    [InlineData(11, false)]
    public void Scan_IdBytesAroundTheLimit_SkipsAbove(int bytes, bool read)
    {
        string id = "x/é" + new string('a', bytes - 4);
        _folder.WriteFile(id + ".md", "1");

        ArticleFolderScan scan = new ArticleFolder(_folder.Path, new ArticleLimits { IdBytes = 10 }).Scan();

        scan.Entries.Select(e => e.Id).ShouldBe(read ? [id] : []);
        scan.Diagnostics.Select(d => d.Code).ShouldBe(read ? [] : [DiagnosticCode.NameTooLong]);
    }

    [Fact]
    public void Scan_FoldersDeeperThanAnyId_AreNamedOnce()
    {
        string deep = string.Join('/', Enumerable.Repeat(new string('d', 100), 8));
        _folder.WriteFile(deep + "/a.md", "1");
        _folder.WriteFile("a.md", "1");

        ArticleFolderScan scan = Scan();

        scan.Entries.Select(e => e.Id).ShouldBe(["a"]);
        scan.Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(DiagnosticCode.NameTooLong);
    }

    [Fact]
    public void Scan_FolderThatMayNotBeListed_IsNamedAndTheRestRead()
    {
        Unix.SkipUnlessLinux();
        Assert.SkipWhen(Environment.IsPrivilegedProcess, "root may list any folder.");
        _folder.WriteFile("locked/a.md", "1");
        _folder.WriteFile("b.md", "1");
        Unix.Run("chmod", "000", _folder.Combine("locked"));
        try
        {
            ArticleFolderScan scan = Scan();

            scan.Entries.Select(e => e.Id).ShouldBe(["b"]);
            ArticleDiagnostic diagnostic = scan.Diagnostics.ShouldHaveSingleItem();
            diagnostic.Path.ShouldBe("locked");
            diagnostic.Code.ShouldBe(DiagnosticCode.FolderUnreadable);
        }
        finally
        {
            Unix.Run("chmod", "700", _folder.Combine("locked"));
        }
    }

    [Fact]
    public void Scan_NoFolder_Throws() =>
        Should.Throw<DirectoryNotFoundException>(() => new ArticleFolder(_folder.Combine("nowhere")).Scan());

    [Fact]
    public void Scan_Cancelled_Throws()
    {
        _folder.WriteFile("a.md", "1");

        Should.Throw<OperationCanceledException>(() => new ArticleFolder(_folder.Path).Scan(new CancellationToken(canceled: true)));
    }

    private ArticleFolderScan Scan() => new ArticleFolder(_folder.Path).Scan(TestContext.Current.CancellationToken);
}
