namespace SearchNews.Cli.Tests.Commands;

public sealed class IndexVerifyCommandTests(SampleIndex index)
{
    [Fact]
    public async Task Verify_Sound_Exits0()
    {
        CliResult result = (await index.RunAsync("index", "verify", "--json")).ShouldExit(ExitCode.Done);

        result.Json.GetProperty("sound").GetBoolean().ShouldBeTrue();
        result.Json.GetProperty("bytes").GetInt64().ShouldBeGreaterThan(10_000);
    }

    [Fact]
    public async Task Verify_AByteOfAnyFileFlipped_NamesTheFileAndExits4()
    {
        using var folder = new TempFolder();
        string copy = Path.Combine(index.CopyTo(folder.Combine("index")), "g000001");
        Random random = Seeds.Random();
        string[] files = [.. Directory.EnumerateFiles(copy).Where(file => new FileInfo(file).Length > 0)];
        files.Length.ShouldBeGreaterThan(8);
        foreach (string file in files)
        {
            byte[] sound = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
            foreach (int at in (int[])[0, random.Next(sound.Length), random.Next(sound.Length), sound.Length - 1])
            {
                byte[] damaged = [.. sound];
                damaged[at] ^= (byte)(1 + random.Next(255));
                await File.WriteAllBytesAsync(file, damaged, TestContext.Current.CancellationToken);
                await ShouldBeDamaged(folder, Path.GetFileName(file), $"byte {at} of {sound.Length}");
            }

            await File.WriteAllBytesAsync(file, sound[..random.Next(sound.Length)], TestContext.Current.CancellationToken);
            await ShouldBeDamaged(folder, Path.GetFileName(file), "cut short");
            if (Path.GetFileName(file) != "articles.manifest")
            {
                File.Delete(file);
                await ShouldBeDamaged(folder, Path.GetFileName(file), "missing");
            }

            await File.WriteAllBytesAsync(file, sound, TestContext.Current.CancellationToken);
        }

        (await Cli.RunAsync("index", "verify", "--index", folder.Combine("index"))).ShouldExit(ExitCode.Done);
    }

    [Theory]
    [InlineData("g000001 00000000\n")]
    [InlineData("g000001\n")]
    [InlineData("")]
    [InlineData("../../etc 12345678\n")]
    [InlineData("\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0")]
    public async Task Verify_CurrentDamaged_NamesItAndARebuildRepairsIt(string text)
    {
        using var folder = new TempFolder();
        string copy = index.CopyTo(folder.Combine("index"));
        await File.WriteAllTextAsync(Path.Combine(copy, "CURRENT"), text, TestContext.Current.CancellationToken);

        (await Cli.RunAsync("index", "verify", "--index", copy)).ShouldExit(ExitCode.IndexUnusable).Error.ShouldContain("CURRENT");

        // Search goes on from the newest generation that is sound.
        (await Cli.RunAsync("search", "moon", "--index", copy)).ShouldExit(ExitCode.Done);

        folder.WriteFile("articles/a.md", "---\ntitle: Moon\n---\n");
        (await Cli.RunAsync("index", "rebuild", folder.Combine("articles"), "--index", copy)).ShouldExit(ExitCode.Done);
        (await Cli.RunAsync("index", "verify", "--index", copy)).ShouldExit(ExitCode.Done);
    }

    [Fact]
    public async Task Verify_LiveGenerationMissing_Exits4()
    {
        using var folder = new TempFolder();
        string copy = index.CopyTo(folder.Combine("index"));
        Directory.Delete(Path.Combine(copy, "g000001"), recursive: true);

        (await Cli.RunAsync("index", "verify", "--index", copy)).ShouldExit(ExitCode.IndexUnusable).Error.ShouldContain("g000001");
    }

    private static async Task ShouldBeDamaged(TempFolder folder, string file, string how)
    {
        CliResult result = await Cli.RunAsync("index", "verify", "--json", "--index", folder.Combine("index"));
        result.Code.ShouldBe(ExitCode.IndexUnusable, $"{file} {how}\n{result.Output}{result.Error}");
        string problem = result.Output.Length > 0 ? result.Json.GetProperty("problem").GetString()! : result.Error;

        // Without its commit a folder is no index at all, and nobody can know the number that is missing.
        problem.ShouldContain(file.StartsWith("segments_", StringComparison.Ordinal) && how == "missing" ? "no segments_N file" : file, Case.Sensitive, $"{file} {how}");
    }
}
