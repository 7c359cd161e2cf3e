using System.Diagnostics;

namespace SearchNews.Articles.Tests.Folders;

/// <summary>What only Unix has: pipes, names that are bytes, permissions.</summary>
internal static class Unix
{
    public static void SkipUnlessLinux() => Assert.SkipUnless(OperatingSystem.IsLinux(), "needs Linux file names and pipes.");

    public static void Run(string program, params string[] arguments)
    {
        using Process process = Process.Start(program, arguments);
        process.WaitForExit(TimeSpan.FromSeconds(30)).ShouldBeTrue();
        process.ExitCode.ShouldBe(0);
    }
}
