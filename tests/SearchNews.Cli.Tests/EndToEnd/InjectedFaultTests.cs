namespace SearchNews.Cli.Tests.EndToEnd;

/// <summary>
/// Each call of one update and of one rebuild that writes, syncs, renames, makes or deletes a file of the index fails once with EIO and once with ENOSPC, and
/// is once the last thing that the process lived to see. Then: a named error or success, the old or the new state, and no repair by hand. Fast tier: a sample.
/// </summary>
public sealed class InjectedFaultTests(ITestOutputHelper output)
{
    private const int Articles = 30;
    private const string Kill = "signal=SIGKILL";

    private static readonly string[] Faults = ["error=EIO", "error=ENOSPC", Kill];

    [Theory]
    [InlineData("update")]
    [InlineData("rebuild")]
    public async Task Run_OneCallFails_NamedErrorAndOldOrNewState(string verb)
    {
        Assert.SkipWhen(SystemCallTracer.MissingReason is not null, SystemCallTracer.MissingReason ?? "");
        using KillingGround ground = await KillingGround.CreateAsync(Articles);
        ground.ChangeSome(3);
        string[] arguments = ["index", verb, ground.Articles.Folder, "--index", ground.Index];
        using KillingGround.Copy before = ground.Save();
        SystemCallTracer tracer = await SystemCallTracer.LearnAsync(ground.Index, before.Path + ".strace", arguments);
        tracer.Found.ShouldContain(c => c.Name == "fsync");
        tracer.Found.ShouldContain(c => c.Name.StartsWith("rename", StringComparison.Ordinal));

        (TracedCall Call, string Fault)[] cases = [.. tracer.Found.SelectMany(c => Faults.Select(f => (c, f)))];
        if (!LongTier.IsOn) cases = [.. ground.Random.GetItems(cases, 3)];
        int named = 0;
        int succeeded = 0;
        int killed = 0;
        foreach ((TracedCall call, string fault) in cases)
        {
            before.Restore();
            CliResult result = await tracer.InjectAsync(call, fault);
            string when = $"{verb}, {call}, {fault}: exit code {result.Code}\n{result.Error}";
            result.Error.ShouldNotContain("Unexpected:", Case.Sensitive, when);
            result.Error.ShouldNotContain("Unhandled", Case.Insensitive, when);
            if (result.Code == KillingGround.Killed) killed++;
            else if (result.Code == ExitCode.Done) succeeded++;
            else named++;
            if (fault != Kill) result.Code.ShouldBeOneOf([ExitCode.Done, ExitCode.Failed, ExitCode.IndexUnusable], when);
            if (result.Code == ExitCode.Failed) result.Error.ShouldContain("error: ", Case.Sensitive, when);
            await ground.CheckAsync(when);
        }

        output.WriteLine($"{verb}: {tracer.Found.Count} calls, {cases.Length} faults: {named} named errors, {succeeded} successes, {killed} kills");
        (named + killed + succeeded).ShouldBe(cases.Length);
        if (LongTier.IsOn) new[] { named, succeeded, killed }.ShouldAllBe(n => n > 0);
    }
}
