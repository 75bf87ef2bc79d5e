package com.jcraft.jsch;

import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The ways to sign in (RFC 4252, RFC 4256), each tried once. JSch's own want secrets as strings
/// and try again by themselves.
public final class SignInSteps {
    private static final int SSH_MSG_USERAUTH_PASSWD_CHANGEREQ = 60;

    /// What makes a session use these ways.
    public static final Map<String, String> OPTIONS =
            Map.of(
                    "userauth.publickey", PublicKey.class.getName(),
                    "userauth.password", Password.class.getName(),
                    "userauth.keyboard-interactive", Prompts.class.getName());

    private SignInSteps() {}

    static final class PublicKey extends UserAuthPublicKey {
        private static final String ACCEPTED = "PubkeyAcceptedAlgorithms";
        private static final Pattern OTHER_RSA =
                Pattern.compile("(rsa-sha2-256|ssh-rsa)(-cert-v01@openssh\\.com)?");

        @Override
        public boolean start(Session session) throws Exception {
            narrow(session);
            try {
                return super.start(session);
            } catch (JSchPartialAuthException e) {
                ((Answers) userinfo).accepted();
                throw e;
            }
        }

        /// An RSA key is offered once, not once for each hash: servers count every offer as a try.
        private static void narrow(Session session) {
            String[] known = session.getServerSigAlgs();
            if (known != null && Arrays.asList(known).contains("rsa-sha2-512")) {
                String narrowed =
                        Arrays.stream(session.getConfig(ACCEPTED).split(","))
                                .filter(name -> !OTHER_RSA.matcher(name).matches())
                                .collect(Collectors.joining(","));
                session.setConfig(ACCEPTED, narrowed);
            }
        }
    }

    /// A request with a secret, and the server's verdict on it.
    private abstract static class Step extends UserAuth {
        Answers answers;

        @Override
        public final boolean start(Session session) throws Exception {
            super.start(session);
            answers = (Answers) userinfo;
            return answers.mayAnswer() && sign(session);
        }

        abstract boolean sign(Session session) throws Exception;

        void begin(String method) {
            packet.reset();
            buf.putByte((byte) SSH_MSG_USERAUTH_REQUEST);
            buf.putString(Util.str2byte(username));
            buf.putString(Util.str2byte("ssh-connection"));
            buf.putString(Util.str2byte(method));
        }

        /// The next message that is no banner.
        int reply(Session session) throws Exception {
            while (true) {
                buf = session.read(buf);
                int command = buf.getCommand() & 0xff;
                if (command != SSH_MSG_USERAUTH_BANNER) {
                    return command;
                }
                skipHead();
                answers.showMessage(Util.byte2str(buf.getString()));
            }
        }

        /// @param asked whether a secret was sent
        boolean verdict(int command, boolean asked) throws JSchException {
            if (command == SSH_MSG_USERAUTH_SUCCESS) {
                answers.accepted();
                return true;
            }
            if (command == SSH_MSG_USERAUTH_FAILURE) {
                skipHead();
                byte[] methods = buf.getString();
                if (buf.getByte() != 0) {
                    answers.accepted();
                    throw new JSchPartialAuthException(Util.byte2str(methods));
                }
            }
            if (asked) {
                answers.refused();
            }
            return false;
        }

        void skipHead() {
            buf.getInt();
            buf.getByte();
            buf.getByte();
        }
    }

    static final class Password extends Step {
        @Override
        boolean sign(Session session) throws Exception {
            byte[] password = answers.password();
            if (password == null) {
                throw new JSchAuthCancelException("password");
            }
            try {
                begin("password");
                buf.putByte((byte) 0);
                buf.putString(password);
            } finally {
                Util.bzero(password);
            }
            session.write(packet);
            int command = reply(session);
            if (command == SSH_MSG_USERAUTH_PASSWD_CHANGEREQ) {
                answers.accepted();
                throw new JSchException("USERAUTH fail: the password must be changed first");
            }
            return verdict(command, true);
        }
    }

    static final class Prompts extends Step {
        @Override
        boolean sign(Session session) throws Exception {
            begin("keyboard-interactive");
            buf.putString(Util.empty);
            buf.putString(Util.empty);
            session.write(packet);
            boolean asked = false;
            int command = reply(session);
            while (command == SSH_MSG_USERAUTH_INFO_REQUEST) {
                byte[][] all = ask();
                asked |= all.length > 0;
                send(session, all);
                command = reply(session);
            }
            return verdict(command, asked);
        }

        private byte[][] ask() throws JSchException {
            skipHead();
            String name = Util.byte2str(buf.getString());
            String instruction = Util.byte2str(buf.getString());
            buf.getString();
            int number = buf.getInt();
            if (number < 0 || number > buf.getLength()) {
                throw new JSchException("USERAUTH fail: a wrong number of prompts");
            }
            String[] prompts = new String[number];
            boolean[] echo = new boolean[number];
            for (int i = 0; i < number; i++) {
                prompts[i] = Util.byte2str(buf.getString());
                echo[i] = buf.getByte() != 0;
            }
            byte[][] all = answers.answers(name, instruction, prompts, echo);
            if (all == null) {
                throw new JSchAuthCancelException("keyboard-interactive");
            }
            return all;
        }

        private void send(Session session, byte[][] all) throws Exception {
            packet.reset();
            buf.putByte((byte) SSH_MSG_USERAUTH_INFO_RESPONSE);
            buf.putInt(all.length);
            for (byte[] answer : all) {
                buf.putString(answer);
                Util.bzero(answer);
            }
            session.write(packet);
        }
    }
}
